import { Refused } from './api.ts'

/** The refusal that a call is answered with; throws when it is not refused. */
export async function refusalOf(call: Promise<unknown>): Promise<Refused> {
  try {
    await call
  } catch (error) {
    if (error instanceof Refused) return error
    throw error
  }
  throw new Error('the call was not refused')
}

/** A refusal in short: its status and the paths of all its issues. */
export async function issuesOf(call: Promise<unknown>): Promise<[status: number, ...paths: string[]]> {
  const { status, body } = await refusalOf(call)
  return [status, ...(body.issues ?? []).map(issue => issue.path)]
}
