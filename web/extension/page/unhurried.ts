/** How long work may hold a page up at one time: a frame of 60 a second has 16 ms, and the page needs some itself. */
const SLICE_MS = 8

type Yields = { scheduler?: { yield?: () => Promise<void> } }

/** Lets the page do what waits: by `scheduler.yield` where there is one, else by a task of its own. */
function letGo(): Promise<void> {
  const { scheduler }: Yields = globalThis as Yields
  return scheduler?.yield?.() ?? new Promise(resolve => setTimeout(resolve))
}

/** Takes steps until `step` is false, and lets go of the page in between. False when it was `stopped`. */
export async function takeSteps(step: () => boolean, stopped: () => boolean): Promise<boolean> {
  let since = performance.now()
  while (step()) {
    if (performance.now() - since < SLICE_MS) continue
    await letGo()
    if (stopped()) return false
    since = performance.now()
  }
  return true
}
