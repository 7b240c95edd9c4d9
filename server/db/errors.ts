import { conflict, invalid, RefusalError, unprocessable } from '#domain/refusals.ts'
import { Prisma } from './generated/client.ts'

/** PostgreSQL's codes (Appendix A of its manual) for what our own constraints and triggers refuse. */
const SQLSTATE_CHECK = '23514'
const SQLSTATE_RESTRICT = '23001'
const SQLSTATE_NO_CHARACTER = '22021'

type DriverCause = { kind?: unknown; originalCode?: unknown }

function driverCause(error: Prisma.PrismaClientKnownRequestError): DriverCause {
  const adapter = error.meta?.['driverAdapterError']
  const cause = adapter instanceof Error ? adapter.cause : undefined
  return typeof cause === 'object' && cause !== null ? cause : {}
}

/** Whether the database refused a row because one with the same key stands already. */
export function isDuplicate(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002'
}

/** What a database error means to whoever asked: a refusal, or null when it is ours to mend. */
export function refusalOf(error: unknown): RefusalError | null {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return null
  switch (error.code) {
    case 'P2002':
      return conflict('There is one like it already.')
    case 'P2003':
      return unprocessable('It refers to a record that does not exist.')
    case 'P2034':
      return conflict('Somebody else was writing the same record. Try again.')
    default: {
      const code = driverCause(error).originalCode
      if (code === SQLSTATE_NO_CHARACTER) return invalid('Contains a character that no text holds.')
      return code === SQLSTATE_CHECK || code === SQLSTATE_RESTRICT
        ? unprocessable('The database refused it: a rule of the data would be broken.')
        : null
    }
  }
}
