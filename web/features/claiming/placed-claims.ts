import type { MarkedClaim } from '#contract/claim-lists.ts'
import { type Anchored, anchor, indexText } from '#domain/anchor.ts'

/** A claim where it stands in the text that is shown; `found` tells of a quote taken from another version of it. */
export type PlacedClaim = {
  /** A claim may have several quotes, and a quote several claims. */
  id: string
  marked: MarkedClaim
  start: number
  end: number
  found?: Anchored
}

export type ClaimsOfText = { placed: PlacedClaim[]; missing: PlacedClaim[] }

/**
 * The claims of a text in its order. Those of its other versions (`others`) are looked for in it, unless the claim has a
 * quote of its own here; `missing` are those whose words do not stand here any more.
 */
export function placeClaims(
  text: string,
  own: readonly MarkedClaim[],
  others: readonly MarkedClaim[],
): ClaimsOfText {
  const placed: PlacedClaim[] = own.map(marked => ({
    id: idOf(marked),
    marked,
    start: marked.quote.start,
    end: marked.quote.end,
  }))
  const known = new Set(own.map(({ claim }) => claim.id))
  const missing: PlacedClaim[] = []
  const index = others.length > 0 ? indexText(text) : null
  for (const marked of others) {
    if (index === null || known.has(marked.claim.id)) continue
    const found = anchor(index, marked.quote)
    if (found.state === 'missing') missing.push({ id: idOf(marked), marked, start: 0, end: 0, found })
    else placed.push({ id: idOf(marked), marked, start: found.start, end: found.end, found })
    known.add(marked.claim.id)
  }
  return { placed: placed.toSorted((a, b) => a.start - b.start || a.end - b.end), missing }
}

function idOf({ claim, quote }: MarkedClaim): string {
  return `${claim.id}:${quote.id}`
}

/** The topics of the claim made last, to begin the next one with. */
export function lastTopics(claims: readonly MarkedClaim[]): string[] {
  const last = claims.toSorted((a, b) => b.claim.createdAt.localeCompare(a.claim.createdAt))[0]
  return last?.claim.topics.map(({ name }) => name) ?? []
}
