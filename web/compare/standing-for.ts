import type { ClaimBrief, ClaimItem } from '#contract/claims.ts'
import { joinOf } from '#domain/one-claim.ts'

export type JoinedClaim = Pick<ClaimItem, 'id' | 'statement' | 'speaker' | 'howPut' | 'createdAt' | 'sameAs'>

/** Which claim stands for both of two that are found to be one, and gets the quotes of the other; null where nothing is joined. */
export function standingFor(a: JoinedClaim, b: JoinedClaim): ClaimBrief | null {
  const withSpeaker = (claim: JoinedClaim) => ({ ...claim, speakerId: claim.speaker.id })
  const joined = joinOf(withSpeaker(a), withSpeaker(b))
  return joined && (joined.kept.sameAs ?? joined.kept)
}
