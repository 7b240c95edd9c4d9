import type { FoundClaim } from '../messages.ts'
import { createCard } from './card/card.ts'
import { claimAt, drawShown } from './page-marks.ts'

/** What a press is meant for, whatever words stand under it. */
const ACTIVE =
  'a[href], button, input, select, textarea, label, summary, video, audio, [contenteditable], [role="button"], [role="link"]'

/**
 * Shows the claims of a page where their words stand: at a press on them with a card that tells of the claim, step by
 * step from one to the next, or as the panel wishes. `onPick` is told which claim was pressed.
 */
export function createShower(onPick: (id: string) => void) {
  let shown: readonly FoundClaim[] = []
  let ranges: ReadonlyMap<string, Range> = new Map()
  let current: string | null = null
  let isDrawn = false
  const card = createCard({ onStep: by => step(by), onClose: () => draw(null) })

  function draw(range: Range | null): void {
    isDrawn = range !== null
    drawShown(range)
  }

  /** Takes the claims as they stand now. A card goes with the words it tells of, and what is shown stays on them. */
  function take(claims: readonly FoundClaim[], at: ReadonlyMap<string, Range>): void {
    ranges = at
    shown = claims.filter(({ id }) => at.has(id))
    if (current !== null && !at.has(current)) card.close()
    if (current !== null && isDrawn) draw(at.get(current) ?? null)
  }

  function show(id: string): void {
    const range = ranges.get(id)
    if (!range) return
    current = id
    draw(range)
    range.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' })
  }

  /** Opens the card of the claim so many further on; that of the first one, or the last, when none was shown. */
  function step(by: -1 | 1): void {
    if (shown.length === 0) return
    const now = shown.findIndex(({ id }) => id === current)
    const next = now < 0 ? (by > 0 ? 0 : -1) : (now + by) % shown.length
    const claim = shown.at(next)
    if (!claim) return
    show(claim.id)
    openCard(claim)
  }

  function openCard(claim: FoundClaim): void {
    const range = ranges.get(claim.id)
    if (!range) return
    current = claim.id
    draw(range)
    card.open({ claim, range, number: shown.indexOf(claim) + 1, of: shown.length })
    onPick(claim.id)
  }

  function onClick(event: MouseEvent): void {
    const { target, clientX, clientY } = event
    const id = claimAt(ranges, clientX, clientY)
    const claim = shown.find(one => one.id === id)
    const forPage = event.defaultPrevented || (target instanceof Element && target.closest(ACTIVE) !== null)
    const selects = document.getSelection()?.isCollapsed === false
    if (claim && !forPage && !selects) return openCard(claim)
    if (claim) onPick(claim.id)
    card.close()
  }

  document.addEventListener('click', onClick)

  function stop(): void {
    document.removeEventListener('click', onClick)
    card.remove()
  }

  return { take, show, step, stop }
}
