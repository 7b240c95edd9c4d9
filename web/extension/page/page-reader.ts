import { anchor } from '#domain/anchor.ts'
import { normaliseText } from '#domain/plain-text.ts'
import { quoteAt } from '#domain/quote.ts'
import type { AskAnchors, Captured, Failure, KnownPage, PageNews } from '../messages.ts'
import { addressesOf, readFacts } from './facts.ts'
import { claimAt, drawClaims, drawShown, eraseAll } from './page-marks.ts'
import { type PageText, pageText, readPageText } from './page-text.ts'
import { takeSteps } from './unhurried.ts'
import { watchPage } from './watch-page.ts'

/** Elements that hold a page's main words; the narrowest that holds what is selected is captured. */
const MAIN = 'article, main, [role="main"]'

const SELECTION_QUIET_MS = 150

/** Reads the page it runs in, shows its claims in place, and tells the panel. One in each frame. */
export function createReader() {
  let read: PageText = pageText(document.createElement('div'))
  let known: KnownPage | Failure = { source: null, claims: [] }
  let ranges = new Map<string, Range>()
  let urls: string[] = []
  /** Goes up with each reading: what an earlier one still finds out counts no more. */
  let reading = 0

  async function readPage(fresh: boolean): Promise<void> {
    const mine = ++reading
    const overtaken = () => reading !== mine
    const steps = readPageText(document.body)
    if (!(await takeSteps(steps.read, overtaken))) return
    const text = steps.result()
    const asked = addressesOf(topDocument())
    if (fresh || text.text !== read.text || asked.join() !== urls.join()) {
      const ask: AskAnchors = { kind: 'anchors', urls: asked, text: text.text, fresh }
      const answer = await tell(ask)
      if (overtaken()) return
      // The background answers what it is asked; nothing comes when the extension was just replaced by a newer one.
      if (answer === undefined) return stop()
      known = answer as KnownPage | Failure
    }
    read = text
    urls = asked
    if ('failure' in known) eraseAll()
    else ranges = drawClaims(read, known.claims)
    report()
  }

  function report(): void {
    void news({ kind: 'read', urls, known })
    void news({ kind: 'selected', words: selectedWords() })
  }

  function show(id: string): void {
    const range = ranges.get(id)
    if (!range) return
    drawShown(range)
    range.startContainer.parentElement?.scrollIntoView({ block: 'center' })
  }

  function capture(): Captured | null {
    const range = selectedRange()
    if (!range) return null
    const inside = range.commonAncestorContainer
    const element = inside instanceof Element ? inside : inside.parentElement
    const page = pageText(element?.closest(MAIN) ?? document.body)
    const span = page.spanOf(range)
    const quote = span && quoteAt(page.text, span.start, span.end)
    if (!quote) return null
    // What the server does not store is not in the text that is sent; then the words stand elsewhere in it.
    const text = normaliseText(page.text)
    const found = anchor(text, quote)
    if (found.state !== 'exact' && found.state !== 'moved') return null
    const { start, end } = found
    const top = topDocument()
    return {
      facts: readFacts(top),
      urls: addressesOf(top),
      text,
      passage: { start, end, exact: text.slice(start, end) },
    }
  }

  let timer: ReturnType<typeof setTimeout> | undefined
  function onSelection(): void {
    clearTimeout(timer)
    timer = setTimeout(() => void news({ kind: 'selected', words: selectedWords() }), SELECTION_QUIET_MS)
  }

  function onClick({ clientX, clientY }: MouseEvent): void {
    const id = claimAt(ranges, clientX, clientY)
    if (id !== null) void news({ kind: 'picked', id })
  }

  const stopWatching = watchPage(document, () => void readPage(false))
  document.addEventListener('selectionchange', onSelection)
  document.addEventListener('click', onClick)

  function stop(): void {
    stopWatching()
    clearTimeout(timer)
    document.removeEventListener('selectionchange', onSelection)
    document.removeEventListener('click', onClick)
    eraseAll()
  }

  return { readAgain: () => readPage(true), report, show, capture }
}

/** Nobody listens when the panel is closed, and nobody can when the extension was replaced. */
async function tell(message: AskAnchors | PageNews): Promise<unknown> {
  try {
    return await chrome.runtime.sendMessage(message)
  } catch {
    return undefined
  }
}

const news = (message: PageNews) => tell(message)

/** The document of the whole page: frames of its own origin belong to it. */
function topDocument(): Document {
  try {
    return window.top?.document ?? document
  } catch {
    return document
  }
}

function selectedRange(): Range | null {
  const selection = document.getSelection()
  return selection && !selection.isCollapsed && selection.rangeCount > 0 ? selection.getRangeAt(0) : null
}

function selectedWords(): string {
  return selectedRange()?.toString().trim() ?? ''
}
