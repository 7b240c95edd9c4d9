import type { Proposal } from '#domain/decisions.ts'

/** What one decides of a pair. */
export type Choice = Proposal & { note: string }

/** One's own decision on a pair in this sitting: on its way, taken by the server, or refused with what it said. */
export type Mine = { choice: Choice } & (
  | { state: 'sent' }
  | { state: 'done' }
  | { state: 'refused'; error: unknown }
)

/** One's way through the queue: the pair that is looked at, what was decided, and in which order. */
export type Sitting = {
  at: string | null
  mine: ReadonlyMap<string, Mine>
  /** What was decided and not taken back, oldest first; one pair may stand there more than once. */
  trail: readonly { id: string; choice: Choice }[]
}

export const NEW_SITTING: Sitting = { at: null, mine: new Map(), trail: [] }

const isOpen = ({ mine }: Sitting, id: string) => (mine.get(id)?.state ?? 'refused') === 'refused'

/** How many pairs from the one looked at on are still to be decided. */
export function openAhead(sitting: Sitting, order: readonly string[]): number {
  return order.slice(Math.max(order.indexOf(sitting.at ?? ''), 0)).filter(id => isOpen(sitting, id)).length
}

/** The pair to look at: the one that is, or the first that is to be decided. */
export function current(sitting: Sitting, order: readonly string[]): string | null {
  return sitting.at ?? order.find(id => isOpen(sitting, id)) ?? null
}

/** Looks at the pair that many steps on; at the ends of the queue one stays. */
export function step(sitting: Sitting, order: readonly string[], by: 1 | -1): Sitting {
  const at = order.indexOf(current(sitting, order) ?? '')
  return { ...sitting, at: order[at + by] ?? sitting.at }
}

export function look(sitting: Sitting, id: string | null): Sitting {
  return { ...sitting, at: id }
}

/** Decides a pair. From the pair itself one goes on to the next that is open, or back to the first passed over. */
export function choose(sitting: Sitting, order: readonly string[], id: string, choice: Choice): Sitting {
  const decided = {
    ...sitting,
    mine: new Map(sitting.mine).set(id, { choice, state: 'sent' }),
    trail: [...sitting.trail, { id, choice }],
  }
  if (current(sitting, order) !== id) return decided
  const from = order.indexOf(id)
  const next = [...order.slice(from + 1), ...order.slice(0, Math.max(from, 0))]
  return { ...decided, at: next.find(other => isOpen(decided, other)) ?? null }
}

export function settle(sitting: Sitting, id: string): Sitting {
  const own = sitting.mine.get(id)
  if (!own) return sitting
  return { ...sitting, mine: new Map(sitting.mine).set(id, { choice: own.choice, state: 'done' }) }
}

/** The server did not take it: the choice is kept, and the pair is open again. */
export function refuse(sitting: Sitting, id: string, error: unknown): Sitting {
  const own = sitting.mine.get(id)
  if (!own) return sitting
  return {
    ...sitting,
    mine: new Map(sitting.mine).set(id, { choice: own.choice, state: 'refused', error }),
    trail: withoutLast(sitting.trail, id),
  }
}

/** Goes back to a pair whose decision is taken back; one's decision before that, if there is one, stands again. */
export function takeBack(sitting: Sitting, id: string): Sitting {
  const trail = withoutLast(sitting.trail, id)
  const before = trail.findLast(step => step.id === id)
  const mine = new Map(sitting.mine)
  if (before) mine.set(id, { choice: before.choice, state: 'done' })
  else mine.delete(id)
  return { ...sitting, mine, trail, at: id }
}

/** Lets a refused choice go. */
export function dropRefused(sitting: Sitting, id: string): Sitting {
  const mine = new Map(sitting.mine)
  mine.delete(id)
  return { ...sitting, mine }
}

function withoutLast(trail: Sitting['trail'], id: string): Sitting['trail'] {
  const last = trail.findLastIndex(step => step.id === id)
  return trail.filter((_, index) => index !== last)
}

/** The first choice that was refused, in the order of decision. */
export function firstRefused({ mine }: Sitting): { id: string; choice: Choice; error: unknown } | null {
  for (const [id, own] of mine)
    if (own.state === 'refused') return { id, choice: own.choice, error: own.error }
  return null
}

/**
 * The order of the queue as somebody goes through it: what was there stays where it was, what has come is put behind,
 * and what has left (others decided it) goes, unless it is one's own or is being looked at.
 */
export function follow(
  order: readonly string[],
  waiting: readonly string[],
  { at, mine }: Sitting,
): string[] {
  const there = new Set(waiting)
  const kept = order.filter(id => there.has(id) || mine.has(id) || id === at)
  const known = new Set(kept)
  return [...kept, ...waiting.filter(id => !known.has(id))]
}
