import type { FoundClaim } from '../messages.ts'
import type { PageText } from './page-text.ts'

/** The names of the highlights, as the page's style sheet has them; what is drawn later lies on top. */
const KINDS = ['claim', 'changed', 'disputed', 'shown'] as const
type Kind = (typeof KINDS)[number]

const nameOf = (kind: Kind) => `counterclaim-${kind}`

/** Whether the browser draws highlights without a change of the page (CSS Custom Highlight API). */
export function drawsHighlights(): boolean {
  return typeof CSS !== 'undefined' && 'highlights' in CSS && typeof Highlight !== 'undefined'
}

/**
 * Draws the claims where they stand, in place of what was drawn. Gives the range of each that has one. In one go: a look
 * up a claim, while what is drawn half would show.
 */
export function drawClaims(text: PageText, claims: readonly FoundClaim[]): Map<string, Range> {
  const ranges = new Map<string, Range>()
  const kinds: Record<Exclude<Kind, 'shown'>, Range[]> = { claim: [], changed: [], disputed: [] }
  for (const { id, marked, found } of claims) {
    const range = found.state === 'missing' ? null : text.rangeOf(found)
    if (range === null) continue
    ranges.set(id, range)
    for (const kind of kindsOf(marked.claim.disputed, found.state)) kinds[kind].push(range)
  }
  for (const kind of ['claim', 'changed', 'disputed'] as const) draw(kind, kinds[kind])
  return ranges
}

/** Words that have changed are told by their line, disputed ones by their ground: a passage may be both. */
function kindsOf(disputed: boolean, state: FoundClaim['found']['state']): Exclude<Kind, 'shown'>[] {
  const line: 'changed'[] = state === 'changed' ? ['changed'] : []
  return disputed ? [...line, 'disputed'] : line.length > 0 ? line : ['claim']
}

/** Draws one passage as the one that is looked at; none when null. */
export function drawShown(range: Range | null): void {
  draw('shown', range ? [range] : [])
}

export function eraseAll(): void {
  for (const kind of KINDS) draw(kind, [])
}

function draw(kind: Kind, ranges: readonly Range[]): void {
  if (!drawsHighlights()) return
  if (ranges.length === 0) {
    CSS.highlights.delete(nameOf(kind))
    return
  }
  const highlight = new Highlight(...ranges)
  highlight.priority = KINDS.indexOf(kind)
  CSS.highlights.set(nameOf(kind), highlight)
}

/** The claim whose passage lies under a point of the page; the shortest of several. */
export function claimAt(ranges: ReadonlyMap<string, Range>, x: number, y: number): string | null {
  const place = document.caretPositionFromPoint(x, y)
  if (!place) return null
  const under = [...ranges].filter(([, range]) => range.isPointInRange(place.offsetNode, place.offset))
  return under.toSorted(([, a], [, b]) => a.toString().length - b.toString().length)[0]?.[0] ?? null
}
