import type { HowPut } from './vocabulary.ts'

/** What tells whether two claims are one. `createdAt` is an ISO instant. */
export type ToJoin = { id: string; speakerId: string; howPut: HowPut; createdAt: string }

/**
 * Which of two claims that are found to be the same keeps, and which one’s quotes it gets: the one made first keeps.
 * Null where the words may be the same but an appearance of one is none of the other: another speaker says it, or it is
 * put in another way.
 */
export function joinOf<Claim extends ToJoin>(a: Claim, b: Claim): { kept: Claim; other: Claim } | null {
  if (a.speakerId !== b.speakerId || a.howPut !== b.howPut) return null
  const isFirst = a.createdAt === b.createdAt ? a.id < b.id : a.createdAt < b.createdAt
  return isFirst ? { kept: a, other: b } : { kept: b, other: a }
}
