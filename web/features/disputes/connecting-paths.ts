import { directionOf, visibleBox } from './on-screen.ts'

/** Below this width sides stand on top of each other, and a line between them would cross the words. */
const NARROWEST_PX = 704

/** Radius of the bends in the gutter. */
const BEND_PX = 8

/**
 * Lines from some words to others in the next column, as SVG paths over the window: along under the words, and up or
 * down in the gutter, so that no line crosses what is read. None to words out of view or further away.
 */
export function pathsBetween(fromId: string, toIds: readonly string[]): string[] {
  if (window.innerWidth < NARROWEST_PX) return []
  return toIds.flatMap(id => pathBetween(fromId, id) ?? [])
}

function pathBetween(fromId: string, toId: string): string | null {
  const from = document.getElementById(fromId)
  const to = document.getElementById(toId)
  const columns = [from?.closest('section'), to?.closest('section')]
  if (!from || !to) return null
  if (columns[0]?.nextElementSibling === columns[1]) return leftToRight(from, to)
  if (columns[1]?.nextElementSibling === columns[0]) return leftToRight(to, from)
  return null
}

function leftToRight(left: HTMLElement, right: HTMLElement): string | null {
  const start = edgeOf(left, 'right')
  const end = edgeOf(right, 'left')
  const [leftColumn, rightColumn] = [left, right].map(words =>
    words.closest('section')?.getBoundingClientRect(),
  )
  if (!start || !end || !leftColumn || !rightColumn) return null
  return steppedPath(start, end, (leftColumn.right + rightColumn.left) / 2)
}

type Point = { x: number; y: number }

/** Across at the height of `start`, along `gutter`, and across again at the height of `end`. */
export function steppedPath(start: Point, end: Point, gutter: number): string {
  const down = end.y - start.y
  const bend = Math.min(BEND_PX, Math.abs(down) / 2)
  const way = Math.sign(down) * bend
  return [
    `M${start.x},${start.y}`,
    `H${gutter - bend}`,
    `Q${gutter},${start.y} ${gutter},${start.y + way}`,
    `V${end.y - way}`,
    `Q${gutter},${end.y} ${gutter + bend},${end.y}`,
    `H${end.x}`,
  ].join(' ')
}

/** Where the words reach furthest to that side, at the height of the line under them; null when it is out of view. */
function edgeOf(words: HTMLElement, side: 'left' | 'right'): Point | null {
  const view = visibleBox()
  const seen = [...words.getClientRects()].filter(rect => directionOf(rect, view) === null)
  const [first, ...rest] = seen
  if (!first) return null
  const further = (one: DOMRect, other: DOMRect) =>
    side === 'right' ? other.right > one.right : other.left < one.left
  const box = rest.reduce((best, rect) => (further(best, rect) ? rect : best), first)
  return { x: side === 'right' ? box.right + 2 : box.left - 2, y: Math.round(box.bottom) - 2 }
}
