import { Fragment } from 'react'

export type ChangedPart = { kind: 'same' | 'removed' | 'added'; text: string }

/**
 * Words with those that went struck out and those that came underlined. The spaces around them bear no line, and words
 * never touch those in whose place they came: 14 and 40 would be read as 1440.
 */
export function ChangedWords({ parts }: { parts: readonly ChangedPart[] }) {
  let at = 0
  return parts.map(({ kind, text }, index) => {
    const key = `${at}-${kind}`
    at += text.length
    const words = text.trim()
    if (kind === 'same' || words === '') return text
    const before = parts[index - 1]
    const touches = before?.kind === 'removed' && before.text === before.text.trimEnd()
    const lead = text.slice(0, text.length - text.trimStart().length)
    return (
      <Fragment key={key}>
        {touches && lead === '' ? ' ' : lead}
        {kind === 'added' ? <ins>{words}</ins> : <del>{words}</del>}
        {text.slice(text.trimEnd().length)}
      </Fragment>
    )
  })
}
