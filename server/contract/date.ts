import { z } from 'zod'
import { parsePartialDate } from '#domain/partial-date.ts'

/** A date as known: EDTF text (ISO 8601-2:2019 levels 0 and 1) and the inclusive range of ISO days it covers. */
export const PartialDate = z
  .object({ edtf: z.string(), from: z.string(), to: z.string() })
  .meta({ id: 'PartialDate' })
export type PartialDate = z.infer<typeof PartialDate>

/** A date as typed ("2020", "6 January 2020", "circa 2020", "1954/1955"); empty or null is unknown. */
export const PartialDateInput = z
  .string()
  .trim()
  .max(60)
  .nullish()
  .transform((value, context): PartialDate | null => {
    if (!value) return null
    const parsed = parsePartialDate(value)
    if (parsed.ok) return parsed.value
    context.issues.push({ code: 'custom', message: parsed.message, input: value })
    return z.NEVER
  })
