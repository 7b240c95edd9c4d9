import type { Relation } from '#contract/relations.ts'
import { conflict, unprocessable } from '#domain/refusals.ts'
import { atLeast } from '#domain/vocabulary.ts'
import { findAccount } from '../accounts/store.ts'
import type { Viewer } from '../auth/viewer.ts'
import type { Db } from '../db/open.ts'
import type { Deps } from '../deps.ts'
import { recordEvent } from '../events/store.ts'
import { getRelation } from './read.ts'
import * as store from './store.ts'

/**
 * Leaves a pair to an editor, or to nobody. Who decides it may be somebody else all the same. Throws `not_found`;
 * `conflict` with the relation when it is assigned to somebody else by now; `unprocessable` for an assignee who may not
 * decide.
 */
export async function assign(
  { database: { prisma } }: Deps,
  editor: Viewer,
  id: string,
  { assigneeId, seenAssigneeId }: { assigneeId: string | null; seenAssigneeId: string | null },
): Promise<Relation> {
  await getRelation(prisma, id, editor)
  if (assigneeId !== null) await requireEditor(prisma, assigneeId)
  const done = await prisma.$transaction(async tx => {
    if ((await store.assignRelation(tx, id, seenAssigneeId, assigneeId)) === 0) return false
    await recordEvent(tx, {
      actor: editor,
      action: 'relation.assigned',
      subjectId: id,
      from: { assignedToId: seenAssigneeId },
      to: { assignedToId: assigneeId },
    })
    return true
  })
  const relation = await getRelation(prisma, id, editor)
  if (!done) throw conflict('Somebody else has assigned this pair meanwhile.', relation)
  return relation
}

async function requireEditor(db: Db, id: string): Promise<void> {
  const account = await findAccount(db, id)
  if (account !== null && account.disabledAt === null && atLeast(account.role, 'editor')) return
  throw unprocessable('A pair is left to somebody who may decide it.', [
    { path: 'assigneeId', message: 'Choose an editor.' },
  ])
}
