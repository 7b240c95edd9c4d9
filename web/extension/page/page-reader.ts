import type { AskAnchors, Failure, KnownPage, PageNews } from '../messages.ts'
import { addressesOf } from './facts.ts'
import { drawClaims, eraseAll } from './page-marks.ts'
import { type PageText, pageText, readPageText } from './page-text.ts'
import { selectedWords, topDocument } from './selection.ts'
import { createShower } from './show-claims.ts'
import { takeSteps } from './unhurried.ts'
import { watchPage } from './watch-page.ts'

const SELECTION_QUIET_MS = 150

/** Reads the page it runs in, shows its claims in place, and tells the panel. One in each frame. */
export function createReader() {
  let read: PageText = pageText(document.createElement('div'))
  let known: KnownPage | Failure = { source: null, claims: [] }
  let urls: string[] = []
  /** Goes up with each reading: what an earlier one still finds out counts no more. */
  let reading = 0
  const shower = createShower(id => void news({ kind: 'picked', id }))

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
      if (!isKnown(answer)) return stop()
      known = answer
    }
    read = text
    urls = asked
    const claims = 'failure' in known ? [] : known.claims
    if (claims.length === 0) eraseAll()
    shower.take(claims, drawClaims(read, claims))
    report()
  }

  function report(): void {
    void news({ kind: 'read', urls, known })
    void news({ kind: 'selected', words: selectedWords() })
  }

  let timer: ReturnType<typeof setTimeout> | undefined
  function onSelection(): void {
    clearTimeout(timer)
    timer = setTimeout(() => void news({ kind: 'selected', words: selectedWords() }), SELECTION_QUIET_MS)
  }

  const stopWatching = watchPage(document, () => void readPage(false))
  document.addEventListener('selectionchange', onSelection)

  function stop(): void {
    stopWatching()
    clearTimeout(timer)
    document.removeEventListener('selectionchange', onSelection)
    shower.stop()
    eraseAll()
  }

  return { readAgain: () => readPage(true), report, show: shower.show, next: () => shower.step(1) }
}

function isKnown(answer: unknown): answer is KnownPage | Failure {
  return typeof answer === 'object' && answer !== null && ('failure' in answer || 'claims' in answer)
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
