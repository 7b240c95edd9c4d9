import { Prisma } from './generated/client.ts'

/** The days between two ISO days, either of which may be open; none when they come the wrong way round. */
export function dayRange(from: string | null, to: string | null, bounds: '[]' | '()'): Prisma.Sql {
  return from !== null && to !== null && from > to
    ? Prisma.sql`'empty'::daterange`
    : Prisma.sql`daterange(${from}::date, ${to}::date, ${bounds})`
}
