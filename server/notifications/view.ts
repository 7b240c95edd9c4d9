import type { Notification } from '#contract/notifications.ts'
import { EVENT_ACTIONS } from '#domain/events.ts'
import type { NotificationRow } from './store.ts'

export function viewNotification(row: NotificationRow): Notification {
  const action = EVENT_ACTIONS.find(known => known === row.event.action)
  if (action === undefined) throw new Error(`“${row.event.action}” is no word of the audit log`)
  return {
    id: row.event.id,
    at: row.event.at.toISOString(),
    reason: row.reason,
    action,
    actor: row.event.actor,
    target: targetOf(row),
    readAt: row.readAt?.toISOString() ?? null,
  }
}

function targetOf({ source, claim, relation, dispute }: NotificationRow): Notification['target'] {
  if (source) return { type: 'source', id: source.id, slug: null, title: source.title }
  if (claim) return { type: 'claim', id: claim.id, slug: null, title: claim.statement }
  if (dispute) return { type: 'dispute', id: dispute.id, slug: dispute.slug, title: dispute.question }
  if (relation)
    return {
      type: 'relation',
      id: relation.id,
      slug: null,
      title: `${relation.a.statement} — ${relation.b.statement}`,
    }
  throw new Error('a notification leads nowhere')
}
