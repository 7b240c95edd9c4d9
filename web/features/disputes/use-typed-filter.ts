import { useState } from 'react'

/**
 * What stands in a field whose value goes into the URL: as typed, until the URL is changed by something else, such as
 * the Back button. `send` puts a value into the URL.
 */
export function useTypedFilter(value: string, change: (value: string) => void) {
  const [typed, setTyped] = useState(value)
  const [known, setKnown] = useState({ url: value, sent: value })
  if (value !== known.url) {
    setKnown({ ...known, url: value })
    if (value !== known.sent) setTyped(value)
  }
  function send(next: string) {
    setKnown(last => ({ ...last, sent: next }))
    change(next)
  }
  return { typed, setTyped, send }
}
