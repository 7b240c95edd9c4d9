import { afterEach, beforeEach, vi } from 'vitest'

/** A stream of events of the browser whose other end the test holds. */
export class FakeEventSource extends EventTarget {
  static readonly CLOSED = 2
  static readonly opened: FakeEventSource[] = []
  readonly url: string
  readyState = 0

  constructor(url: string) {
    super()
    this.url = url
    FakeEventSource.opened.push(this)
  }

  open(): void {
    this.readyState = 1
    this.dispatchEvent(new Event('open'))
  }

  say(message: object): void {
    this.dispatchEvent(new MessageEvent('message', { data: JSON.stringify(message) }))
  }

  /** As when the server answers with a refusal: the browser does not try again. */
  refuse(): void {
    this.readyState = FakeEventSource.CLOSED
    this.dispatchEvent(new Event('error'))
  }

  close(): void {
    this.readyState = FakeEventSource.CLOSED
  }
}

/** Gives each test of a file a browser with such streams. */
export function useFakeEventSource(): readonly FakeEventSource[] {
  beforeEach(() => {
    vi.stubGlobal('EventSource', FakeEventSource)
  })
  afterEach(() => {
    FakeEventSource.opened.length = 0
    vi.unstubAllGlobals()
  })
  return FakeEventSource.opened
}
