import type { Dispute } from '#contract/disputes.ts'

/** The address under which a point stands for good. */
export function permalinkOf({ slug }: Pick<Dispute, 'slug'>): string {
  return `${window.location.origin}/disputes/${encodeURIComponent(slug)}`
}

/** The address of the point as other pages show it inside theirs. */
export function embedLinkOf(dispute: Pick<Dispute, 'slug'>): string {
  return `${permalinkOf(dispute)}/embed`
}
