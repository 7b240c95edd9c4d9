import { z } from 'zod'
import { ClaimItem } from './claims.ts'
import { DisputeItem } from './disputes.ts'
import { endpoint } from './endpoint.ts'
import { SourceItem } from './sources.ts'
import { Speaker } from './speakers.ts'

export const search = endpoint({
  method: 'get',
  path: '/api/search',
  access: 'anyone',
  summary: 'Search statements, quotes, sources, speakers and disputed points; the best of each',
  query: z.strictObject({
    /** Words, "phrase", -not, speaker:, outlet:, topic:, before:, after: */
    q: z.string().max(1_000),
    limit: z.coerce.number().int().min(1).max(20).default(5),
  }),
  reply: z.object({
    claims: z.array(ClaimItem),
    sources: z.array(SourceItem),
    speakers: z.array(Speaker),
    disputes: z.array(DisputeItem),
    problems: z.array(z.object({ message: z.string(), start: z.int(), end: z.int() })),
  }),
})
