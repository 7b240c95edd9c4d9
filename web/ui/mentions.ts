import type { Person } from '#contract/text.ts'

/** The name that is being typed behind an @, and where its @ stands; null when the caret is not in one. */
export function mentionAt(text: string, caret: number): { from: number; typed: string } | null {
  const found = /(?:^|[\s(])@([\p{L}\p{N}'’.-]*(?: [\p{L}\p{N}'’.-]*)?)$/u.exec(text.slice(0, caret))
  if (!found) return null
  const typed = found[1] ?? ''
  return { from: caret - typed.length - 1, typed }
}

/** The text with the name in place of what was typed, and where the caret then stands. */
export function insertMention(
  text: string,
  { from, typed }: { from: number; typed: string },
  name: string,
): { text: string; caret: number } {
  const said = `@${name} `
  const rest = text.slice(from + 1 + typed.length).replace(/^ /, '')
  return { text: text.slice(0, from) + said + rest, caret: from + said.length }
}

/** Those whose name still stands behind an @ in the text. */
export const stillMentioned = (text: string, people: readonly Person[]): Person[] =>
  people.filter(({ name }) => text.includes(`@${name}`))

/** The text in pieces: each name behind an @ of somebody it mentions by itself. */
export function cutAtMentions(
  text: string,
  people: readonly Person[],
): { text: string; mention: boolean; start: number }[] {
  const names = people.map(({ name }) => `@${name}`).toSorted((one, other) => other.length - one.length)
  const pieces: { text: string; mention: boolean; start: number }[] = []
  let start = 0
  while (start < text.length) {
    const places = names
      .map(name => ({ name, at: text.indexOf(name, start) }))
      .filter(({ at }) => at >= 0)
      .toSorted((one, other) => one.at - other.at)
    const next = places[0]
    if (next === undefined) break
    if (next.at > start) pieces.push({ text: text.slice(start, next.at), mention: false, start })
    pieces.push({ text: next.name, mention: true, start: next.at })
    start = next.at + next.name.length
  }
  if (start < text.length) pieces.push({ text: text.slice(start), mention: false, start })
  return pieces
}
