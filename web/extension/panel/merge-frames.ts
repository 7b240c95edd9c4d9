import type { Failure, FoundClaim, KnownPage } from '../messages.ts'

const RANK = { exact: 0, moved: 1, changed: 2, missing: 3 }

/** What is known of a page with its frames, the page itself first: each claim as it stands in the frame that has it best. */
export function mergeFrames(frames: readonly (KnownPage | Failure)[]): KnownPage | Failure {
  const [failed] = frames.filter(frame => 'failure' in frame)
  const pages = frames.flatMap(frame => ('failure' in frame ? [] : [frame]))
  if (pages.length === 0) return failed ?? { source: null, claims: [] }
  const best = new Map<string, FoundClaim>()
  for (const claim of pages.flatMap(page => page.claims)) {
    const before = best.get(claim.id)
    if (!before || RANK[claim.found.state] < RANK[before.found.state]) best.set(claim.id, claim)
  }
  return { source: pages.find(page => page.source !== null)?.source ?? null, claims: [...best.values()] }
}
