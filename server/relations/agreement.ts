import type { z } from 'zod'
import type * as contract from '#contract/relations.ts'
import { measureAgreement } from '#domain/agreement.ts'
import type { Db } from '../db/open.ts'
import { listJudgements } from './agreement-store.ts'

type Named = { id: string; name: string }

const byName = (one: Named, other: Named) =>
  one.name.localeCompare(other.name, 'en') || (one.id < other.id ? -1 : 1)

/** How far editors agree: of each the first verdict on a pair, before anybody else's could change it. */
export async function readAgreement(db: Db): Promise<z.input<typeof contract.readAgreement.reply>> {
  const rows = await listJudgements(db)
  const names = new Map(rows.map(row => [row.editorId, row.editor]))
  const person = (id: string) => ({ id, name: names.get(id) ?? '' })
  const { pairs, ...overall } = measureAgreement(
    rows.map(({ relationId, editorId, kind }) => ({ unit: relationId, by: editorId, said: kind })),
  )
  return {
    overall,
    editors: pairs.map(({ one, other, ...measured }) => {
      const [first, second] = [person(one), person(other)]
      return byName(first, second) <= 0
        ? { one: first, other: second, ...measured }
        : { one: second, other: first, ...measured }
    }),
  }
}
