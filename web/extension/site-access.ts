/** What is put into a page to read it, and into the frames of its own origin. */
export const PAGE_FILES = { js: ['page.js'], css: ['page.css'] }

const patternOf = (origin: string) => `${new URL(origin).protocol}//${new URL(origin).hostname}/*`

/** Whether the pages of a site are read by themselves. */
export function mayReadSite(origin: string): Promise<boolean> {
  return chrome.permissions.contains({ origins: [patternOf(origin)] })
}

/** Asks the person for leave to read a site's pages by themselves. False when they say no. */
export async function askForSite(origin: string): Promise<boolean> {
  const pattern = patternOf(origin)
  if (!(await chrome.permissions.request({ origins: [pattern] }))) return false
  await readByItself(pattern)
  return true
}

/** Gives the leave back. */
export async function leaveSite(origin: string): Promise<void> {
  const pattern = patternOf(origin)
  await chrome.scripting.unregisterContentScripts({ ids: [pattern] })
  await chrome.permissions.remove({ origins: [pattern] })
}

async function readByItself(pattern: string): Promise<void> {
  const known = await chrome.scripting.getRegisteredContentScripts({ ids: [pattern] })
  if (known.length > 0) return
  await chrome.scripting.registerContentScripts([
    { id: pattern, matches: [pattern], ...PAGE_FILES, allFrames: true, runAt: 'document_idle' },
  ])
}

/** Reads the page of a tab, now. False where the browser lets no extension in, or the person has not let this one. */
export async function readTab(tabId: number): Promise<boolean> {
  const target = { tabId, allFrames: true }
  try {
    await chrome.scripting.insertCSS({ target, files: PAGE_FILES.css })
    await chrome.scripting.executeScript({ target, files: PAGE_FILES.js })
    return true
  } catch {
    return false
  }
}

/** What is selected in a frame of a tab, with the text of its page; null when no words are, or nothing may be read. */
export async function captureIn(tabId: number, frameId: number): Promise<unknown> {
  const target = { tabId, frameIds: [frameId] }
  try {
    await chrome.scripting.executeScript({ target, files: ['capture.js'] })
    const [answer] = await chrome.scripting.executeScript({
      target,
      func: () => globalThis.counterclaimCapture?.() ?? null,
    })
    return answer?.result ?? null
  } catch {
    return null
  }
}
