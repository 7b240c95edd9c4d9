import { z } from 'zod'
import { REFUSALS } from '#domain/refusals.ts'

/** The one body of every refusal. `issues` lists all that is wrong; `current` is the record as it stands, on a conflict. */
export const ErrorBody = z
  .object({
    error: z.enum([...REFUSALS, 'internal']),
    message: z.string(),
    issues: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
    current: z.unknown().optional(),
  })
  .meta({ id: 'Error' })
export type ErrorBody = z.infer<typeof ErrorBody>
