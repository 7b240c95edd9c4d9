import type { Db } from '../db/open.ts'
import { quoted, type Word } from './candidate-store.ts'

/**
 * For each of several statements, the ids of the claims that speak most likely of the same, at most `most`: the sum of
 * the weights of the words they share. Each word is looked up once, however many statements hold it.
 */
export async function findCandidatesOf(
  db: Db,
  statements: readonly (readonly Word[])[],
  most: number,
): Promise<string[][]> {
  const found = statements.map((): string[] => [])
  const words = [...new Set(statements.flatMap(chosen => chosen.map(quoted)))]
  if (words.length === 0) return found
  const numbers = new Map(words.map((word, index) => [word, index + 1]))
  const asked = statements.flatMap((chosen, index) =>
    chosen.map(word => ({ nth: index + 1, word: numbers.get(quoted(word)) ?? 0, weight: word.weight })),
  )
  const rows = await db.$queryRaw<{ nth: number; ids: string[] }[]>`
    WITH hit AS MATERIALIZED (
      SELECT w.number, c.id FROM unnest(${words}::tsquery[]) WITH ORDINALITY AS w(query, number)
      JOIN claim c ON c.words @@ w.query AND c."sameAsId" IS NULL
    ), scored AS (
      SELECT a.nth, h.id, sum(a.weight) AS score
      FROM unnest(${asked.map(one => one.nth)}::int[], ${asked.map(one => one.word)}::int[],
        ${asked.map(one => one.weight)}::float8[]) AS a(nth, number, weight)
      JOIN hit h ON h.number = a.number
      GROUP BY a.nth, h.id
    ), placed AS (
      SELECT nth, id, row_number() OVER (PARTITION BY nth ORDER BY score DESC, id DESC) AS place FROM scored
    )
    SELECT nth, array_agg(id::text ORDER BY place) AS ids FROM placed WHERE place <= ${most} GROUP BY nth`
  for (const { nth, ids } of rows) found[nth - 1] = ids
  return found
}
