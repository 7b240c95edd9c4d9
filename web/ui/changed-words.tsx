export type ChangedPart = { kind: 'same' | 'removed' | 'added'; text: string }

/** Words with those that went struck out and those that came underlined. */
export function ChangedWords({ parts }: { parts: readonly ChangedPart[] }) {
  let at = 0
  return parts.map(({ kind, text }) => {
    const key = `${at}-${kind}`
    at += text.length
    if (kind === 'added') return <ins key={key}>{text}</ins>
    return kind === 'removed' ? <del key={key}>{text}</del> : text
  })
}
