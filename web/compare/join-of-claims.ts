import type { ClaimItem } from '#contract/claims.ts'
import { joinOf } from '#domain/one-claim.ts'

export type JoinedClaim = Pick<ClaimItem, 'id' | 'statement' | 'speaker' | 'howPut' | 'createdAt'>

/** Which of two claims that are found to be one keeps, and which one’s quotes it gets; null where nothing is joined. */
export function joinOfClaims(a: JoinedClaim, b: JoinedClaim) {
  const withSpeaker = (claim: JoinedClaim) => ({ ...claim, speakerId: claim.speaker.id })
  return joinOf(withSpeaker(a), withSpeaker(b))
}
