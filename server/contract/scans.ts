import { z } from 'zod'
import { SCAN_STATES } from '#domain/vocabulary.ts'
import { endpoint } from './endpoint.ts'
import { page, paging } from './paging.ts'
import { Id, Instant, Person } from './text.ts'

/** One comparison of every claim with every other. */
export const Scan = z
  .object({
    id: Id,
    state: z.enum(SCAN_STATES),
    /** Null until a server works on it. */
    modelVersion: z.string().nullable(),
    /** How many claims there were when it was started, and how many of them have been compared. */
    claims: z.int(),
    claimsDone: z.int(),
    pairsCompared: z.int(),
    /** How many pairs it has put before the editors. */
    proposed: z.int(),
    /** Of these, how many say the same. */
    agreeing: z.int(),
    /** Undecided suggestions of an earlier model or on earlier texts: how many were brought up to date, and taken back. */
    refreshed: z.int(),
    withdrawn: z.int(),
    /** Whether a server works on it now; while none does, it waits for one that does background jobs. */
    held: z.boolean(),
    /** Claims a second since that server began; null until it has compared some. */
    rate: z.number().nullable(),
    startedAt: Instant,
    startedBy: Person,
    endedAt: Instant.nullable(),
    /** Why it failed. */
    failure: z.string().nullable(),
  })
  .meta({ id: 'Scan' })
export type Scan = z.infer<typeof Scan>

const one = { params: z.strictObject({ id: Id }), reply: Scan }

export const listScans = endpoint({
  method: 'get',
  path: '/api/scans',
  access: 'admin',
  summary: 'List the scans over all claims, newest first; the first one may still be running',
  query: z.strictObject(paging),
  reply: page(Scan),
})

export const startScan = endpoint({
  method: 'post',
  path: '/api/scans',
  access: 'admin',
  summary: 'Compare every claim with every other, in the background; one scan at a time',
  reply: Scan,
  status: 201,
})

export const pauseScan = endpoint({
  ...one,
  method: 'post',
  path: '/api/scans/:id/pause',
  access: 'admin',
  summary: 'Let a scan rest where it is',
})

export const resumeScan = endpoint({
  ...one,
  method: 'post',
  path: '/api/scans/:id/resume',
  access: 'admin',
  summary: 'Go on with a paused scan where it was',
})

export const cancelScan = endpoint({
  ...one,
  method: 'post',
  path: '/api/scans/:id/cancel',
  access: 'admin',
  summary: 'End a scan before it is done; what it has proposed stays',
})
