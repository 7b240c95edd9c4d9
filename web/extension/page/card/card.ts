import type { FoundClaim } from '../../messages.ts'
import style from './card.css?inline'
import { element, wordsOfClaim } from './card-words.ts'

/** Between the words and the card, and between the card and the edge of the window. */
const AWAY_PX = 8

const TITLE_ID = 'statement'

/** Where a card is opened: over which words, and which of how many claims it tells of. */
export type Place = { claim: FoundClaim; range: Range; number: number; of: number }

/**
 * A small card in the page beside a claim's words. It lies over whatever the page shows, is spoken as a dialog, and gives
 * the focus back when it closes. Its tree is closed: no script of the page learns what is claimed, or where. `onStep` asks for the claim so many further on.
 */
export function createCard({ onStep, onClose }: { onStep: (by: -1 | 1) => void; onClose: () => void }) {
  const host = document.createElement('counterclaim-card')
  host.popover = 'manual'
  const tree = host.attachShadow({ mode: 'closed' })
  const card = element('div', 'card')
  card.setAttribute('role', 'dialog')
  card.setAttribute('aria-labelledby', TITLE_ID)
  card.tabIndex = -1
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(style)
  tree.adoptedStyleSheets = [sheet]
  tree.append(card)
  let before: Element | null = null

  const isOpen = () => host.isConnected && host.matches(':popover-open')

  function open({ claim, range, number, of }: Place): void {
    if (!host.isConnected) document.documentElement.append(host)
    if (!isOpen()) before = document.activeElement
    card.replaceChildren(head(number, of), ...wordsOfClaim(claim, TITLE_ID))
    host.showPopover()
    place(range)
    card.focus({ preventScroll: true })
  }

  function head(number: number, of: number): HTMLElement {
    const step = (label: string, sign: string, by: -1 | 1) => button(label, sign, () => onStep(by))
    return element(
      'div',
      'head',
      element('span', '', of > 1 ? `Claim ${number} of ${of}` : 'Claim'),
      ...(of > 1 ? [step('Previous claim', '←', -1), step('Next claim', '→', 1)] : []),
      button('Close', '×', close),
    )
  }

  function close(): void {
    if (!isOpen()) return
    host.hidePopover()
    if (before instanceof HTMLElement && before !== host) before.focus({ preventScroll: true })
    before = null
    onClose()
  }

  /** Under the words where there is room, else over them; with the page, not with the window. */
  function place(range: Range): void {
    const words = range.getBoundingClientRect()
    const { offsetWidth: width, offsetHeight: height } = card
    const { clientWidth, clientHeight } = document.documentElement
    const below = words.bottom + AWAY_PX
    const top =
      below + height <= clientHeight || words.top < height + AWAY_PX ? below : words.top - AWAY_PX - height
    const most = { left: clientWidth - width - AWAY_PX, top: clientHeight - height - AWAY_PX }
    const within = (value: number, limit: number) => Math.max(AWAY_PX, Math.min(value, limit))
    host.style.setProperty('--counterclaim-left', `${within(words.left, most.left) + window.scrollX}px`)
    host.style.setProperty('--counterclaim-top', `${within(top, most.top) + window.scrollY}px`)
  }

  function onKey(event: KeyboardEvent): void {
    // What is typed in the card is not for the page.
    event.stopPropagation()
    if (event.key === 'Escape') close()
  }
  card.addEventListener('keydown', onKey)
  for (const kind of ['click', 'pointerdown', 'mousedown', 'keyup', 'keypress'])
    card.addEventListener(kind, event => event.stopPropagation())

  function remove(): void {
    close()
    host.remove()
  }

  return { open, close, remove }
}

function button(label: string, sign: string, press: () => void): HTMLButtonElement {
  const made = element('button', '', sign)
  made.type = 'button'
  made.setAttribute('aria-label', label)
  made.title = label
  made.addEventListener('click', press)
  return made
}
