import { isMessage } from '../messages.ts'
import { createReader } from './page-reader.ts'

declare global {
  /** Set once the script runs in a page: it may be put there again by another press of the button. */
  var counterclaimReader: ReturnType<typeof createReader> | undefined
}

if (globalThis.counterclaimReader) void globalThis.counterclaimReader.readAgain()
else {
  const reader = createReader()
  globalThis.counterclaimReader = reader
  chrome.runtime.onMessage.addListener(message => {
    if (!isMessage(message)) return undefined
    if (message.kind === 'report') reader.report()
    else if (message.kind === 'again') void reader.readAgain()
    else if (message.kind === 'show') reader.show(message.id)
    else if (message.kind === 'next') reader.next()
    return undefined
  })
  void reader.readAgain()
}
