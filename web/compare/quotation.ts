const OPENS = /(?:["“„«‟]|(?<=^|\s)['‘‚‹])$/u
const CLOSES = /^[.,;:!?…]*["”“»’'›]/u
const STARTS_QUOTED = /^["“„«]/u
const ENDS_QUOTED = /["”“»][.,;:!?…]*$/u

export type Quotation = { before: string; open: string; close: string; after: string }

/**
 * Puts a quote into quotation marks where its text has none: marks that stand in the context right around it are taken
 * over with the punctuation before them, words from inside a longer quotation get single ones.
 */
export function dressQuote(before: string, exact: string, after: string): Quotation {
  const opened = OPENS.exec(before)?.[0]
  const closed = CLOSES.exec(after)?.[0]
  if (opened && closed)
    return {
      before: before.slice(0, -opened.length),
      open: opened,
      close: closed,
      after: after.slice(closed.length),
    }
  if (opened) return { before, open: '‘', close: '’', after }
  if (STARTS_QUOTED.test(exact) && ENDS_QUOTED.test(exact)) return { before, open: '', close: '', after }
  return { before, open: '“', close: '”', after }
}
