import type { Claim } from '#contract/claims.ts'
import type { PartialDate } from '#contract/date.ts'
import type { Dispute } from '#contract/disputes.ts'
import { comparePartialDates } from '#domain/partial-date.ts'
import { firstAppearance } from '../../compare/disputed-marks.ts'
import { claimsBySide, type SidedClaim } from './sides.ts'
import { type Placed, type Tick, timeScale } from './time-scale.ts'

/** What else is dated: when the source came out, and when it was changed. */
export type SideDate = {
  what: 'published' | 'changed'
  date: PartialDate
  outlet: string | null
  place: Placed | null
}

export type TimeEntry = SidedClaim & {
  date: PartialDate | null
  /** What `date` is: when it was said or, where that is not known, when its source came out. */
  basis: 'said' | 'published' | 'unknown'
  /** Whether the date is marked as approximate or uncertain. */
  vague: boolean
  place: Placed | null
  more: SideDate[]
  /** The claims of the point that this one replaces. */
  replaces: Claim[]
}

export type TimeLine = {
  /** In order of time, those without a date last. */
  entries: TimeEntry[]
  ticks: Tick[]
  /** Days between the first and the last: with 0 there is no line to draw. */
  days: number
  /** From the row of the replaced claim to that of the one that replaces it. */
  arrows: { from: number; to: number }[]
}

/** Who said what when, in order, with a place on the common scale for every date. */
export function layTimeLine(dispute: Dispute): TimeLine {
  const dated = [...claimsBySide(dispute).values()].map(sided => ({ ...sided, ...datesOf(sided.claim) }))
  const scale = timeScale(
    dated.flatMap(entry => [...(entry.date ? [entry.date] : []), ...entry.more.map(({ date }) => date)]),
  )
  const superseding = dispute.relations.flatMap(({ kind, state, supersederId, aId, bId }) =>
    kind === 'supersedes' && state === 'confirmed' && supersederId !== null
      ? [{ later: supersederId, earlier: supersederId === aId ? bId : aId }]
      : [],
  )
  const claims = new Map(dated.map(({ claim }) => [claim.id, claim]))
  const entries = dated.toSorted(byDate).map(entry => ({
    ...entry,
    place: entry.date && scale ? scale.place(entry.date) : null,
    more: entry.more.map(side => ({ ...side, place: scale ? scale.place(side.date) : null })),
    replaces: superseding
      .filter(({ later }) => later === entry.claim.id)
      .flatMap(({ earlier }) => claims.get(earlier) ?? []),
  }))
  const rowOf = (id: string) => entries.findIndex(({ claim }) => claim.id === id)
  return {
    entries,
    ticks: scale?.ticks ?? [],
    days: scale?.days ?? 0,
    arrows: superseding
      .map(({ earlier, later }) => ({ from: rowOf(earlier), to: rowOf(later) }))
      .filter(({ from, to }) => from >= 0 && to >= 0),
  }
}

type Dated = Pick<TimeEntry, 'date' | 'basis' | 'vague'> & { more: Omit<SideDate, 'place'>[] }

function datesOf(claim: Claim): Dated {
  const source = firstAppearance(claim)?.source
  const published = source?.published ?? null
  const date = claim.said ?? published
  const basis = claim.said ? 'said' : published ? 'published' : 'unknown'
  const outlet = source?.outlet ?? null
  const more: Dated['more'] = []
  if (claim.said && published && published.edtf !== claim.said.edtf)
    more.push({ what: 'published', date: published, outlet })
  if (source?.modified && source.modified.edtf !== published?.edtf)
    more.push({ what: 'changed', date: source.modified, outlet })
  return { date, basis, vague: date !== null && /[?~%X]/.test(date.edtf), more }
}

function byDate(one: { date: PartialDate | null }, other: { date: PartialDate | null }): number {
  if (one.date && other.date) return comparePartialDates(one.date, other.date)
  if (one.date === other.date) return 0
  return one.date ? -1 : 1
}
