import type { Claim, ClaimItem } from '#contract/claims.ts'
import type { Dispute } from '#contract/disputes.ts'
import type { DisputeState } from '#domain/vocabulary.ts'
import { newId } from '../../api/new-id.ts'

/** As much of a claim as it takes to know it again. */
export type PlacedClaim = { id: string; statement: string; speaker: string; said: string | null }

/** A side as it is being edited. `key` stays while it is moved; `id` is null until the server has it. */
export type EditedPosition = { key: string; id: string | null; label: string; claims: PlacedClaim[] }

/** A disputed point as it is being edited, on the version it was read in. */
export type EditedDispute = {
  version: number
  question: string
  summary: string
  state: DisputeState
  slug: string
  positions: EditedPosition[]
}

export function placedClaim({ id, statement, speaker, said }: Claim | ClaimItem): PlacedClaim {
  return { id, statement, speaker: speaker.name, said: said?.edtf ?? null }
}

export function newPosition(label = '', claims: PlacedClaim[] = []): EditedPosition {
  return { key: newId(), id: null, label, claims }
}

export function editedDispute(dispute: Dispute): EditedDispute {
  const { version, question, summary, state, slug, positions } = dispute
  return {
    version,
    question,
    summary: summary ?? '',
    state,
    slug,
    positions: positions.map(({ id, label, claims }) => ({
      key: id,
      id,
      label,
      claims: claims.map(placedClaim),
    })),
  }
}

/** As the server takes them. */
export function positionsInput(positions: readonly EditedPosition[]) {
  return positions.map(({ id, label, claims }) => ({
    ...(id !== null && { id }),
    label,
    claimIds: claims.map(claim => claim.id),
  }))
}

/** Moves a side up (-1) or down (1); at the end of the list it stays. */
export function movePosition(
  positions: readonly EditedPosition[],
  key: string,
  by: -1 | 1,
): EditedPosition[] {
  const from = positions.findIndex(position => position.key === key)
  const moved = positions[from]
  const other = positions[from + by]
  if (!moved || !other) return [...positions]
  return positions.map((position, index) => (index === from ? other : index === from + by ? moved : position))
}

export function renamePosition(
  positions: readonly EditedPosition[],
  key: string,
  label: string,
): EditedPosition[] {
  return positions.map(position => (position.key === key ? { ...position, label } : position))
}

/** Puts a claim on a side, and takes it off the one it was on: a claim stands on one side of a point. */
export function placeClaim(
  positions: readonly EditedPosition[],
  claim: PlacedClaim,
  key: string,
): EditedPosition[] {
  return takeOffClaim(positions, claim.id).map(position =>
    position.key === key ? { ...position, claims: [...position.claims, claim] } : position,
  )
}

export function takeOffClaim(positions: readonly EditedPosition[], claimId: string): EditedPosition[] {
  return positions.map(position => ({
    ...position,
    claims: position.claims.filter(claim => claim.id !== claimId),
  }))
}

export type EditedField = keyof Omit<EditedDispute, 'version'>

export const EDITED_FIELDS = [
  'question',
  'summary',
  'state',
  'slug',
  'positions',
] as const satisfies readonly EditedField[]

/** The fields in which two say something else. */
export function differingFields(mine: EditedDispute, theirs: EditedDispute): EditedField[] {
  return EDITED_FIELDS.filter(field => comparable(mine[field]) !== comparable(theirs[field]))
}

/** The order of claims within a side is the server's: they stand by the day they were said. */
function comparable(value: string | readonly EditedPosition[]): string {
  if (typeof value === 'string') return value.trim()
  return JSON.stringify(
    value.map(({ id, label, claims }) => [id, label.trim(), claims.map(claim => claim.id).toSorted()]),
  )
}

/** Mine on top of theirs: a side that was removed meanwhile is made anew. */
export function rebased(mine: EditedDispute, theirs: EditedDispute): EditedDispute {
  const standing = new Set(theirs.positions.map(position => position.id))
  return {
    ...mine,
    version: theirs.version,
    positions: mine.positions.map(position =>
      standing.has(position.id) ? position : { ...position, id: null },
    ),
  }
}

/** Takes over one field of theirs. */
export function withTheirs(mine: EditedDispute, theirs: EditedDispute, field: EditedField): EditedDispute {
  return { ...mine, [field]: theirs[field] }
}
