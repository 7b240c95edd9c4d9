import type { z } from 'zod'
import type * as contract from '#contract/relations.ts'
import { RefusalError } from '#domain/refusals.ts'
import type { RelationKind } from '#domain/vocabulary.ts'
import type { Viewer } from '../auth/viewer.ts'
import type { Deps } from '../deps.ts'
import { decide } from './decide.ts'
import { readRelations } from './read.ts'

type Pair = { id: string; version: number; supersederId?: string | null | undefined }

/**
 * Decides the same of several pairs, one transaction each: what cannot be decided, or has changed since it was seen,
 * leaves the others as they are. Says of each what became of it.
 */
export async function decideSeveral(
  deps: Deps,
  editor: Viewer,
  { pairs, kind, note }: { pairs: readonly Pair[]; kind: RelationKind; note: string },
): Promise<z.input<typeof contract.decideSeveral.reply>> {
  const outcomes: contract.DecisionOutcome[] = []
  for (const { id, version, supersederId = null } of pairs) {
    try {
      const relation = await decide(deps, editor, id, { version, kind, supersederId, note })
      outcomes.push({ id, outcome: 'decided', message: null, relation })
    } catch (error) {
      if (!(error instanceof RefusalError)) throw error
      const [relation = null] = await readRelations(deps.database.prisma, [id], editor)
      outcomes.push({
        id,
        outcome: error.code === 'conflict' ? 'conflict' : 'refused',
        message: [error.message, ...(error.issues ?? []).map(issue => issue.message)].join(' '),
        relation,
      })
    }
  }
  return { outcomes }
}
