import { randomUUID } from 'node:crypto'
import type { Logger } from 'pino'
import type { Database } from '../db/open.ts'
import { recordEvent } from '../events/store.ts'
import { createWakeful } from '../wakeful.ts'
import type { Adviser, Reply, Told } from './adviser.ts'
import { readSpent, spend } from './spending-store.ts'
import * as store from './store.ts'

/** How often it is looked for questions: those of other processes, those left over, those of a new day. */
const LOOK_MS = 60_000

/** How often a question that is being asked is held for longer. */
const HOLD_MS = 10_000

/** So many failures in a row, the last of them so short a time ago, and an adviser is only asked what a person asks. */
const FAILURES = 3
const REST_MS = 15 * 60_000

/** Pairs that are looked up at once. */
const AT_ONCE = 20

export type AskingAround = {
  /** Looks whether there is something to ask. */
  wake: () => void
  /** Gives up the questions in hand: they wait for the next start. */
  stop: () => Promise<void>
}

/**
 * Asks the advisers, each one question at a time: first what persons ask, then, where pairs are suggested by themselves,
 * about those. Several processes may do so on one database.
 */
export function startAsking(
  { database, log, now }: { database: Database; log: Logger; now: () => Date },
  advisers: readonly Adviser[],
  byItself: boolean,
): AskingAround {
  const stopping = new AbortController()
  const loops = advisers.map(adviser =>
    createWakeful(() => work(adviser), {
      isStopping: () => stopping.signal.aborted,
      onError: error => log.error({ err: error }, 'opinions'),
    }),
  )

  async function work(adviser: Adviser): Promise<void> {
    const { prisma } = database
    const runner = randomUUID()
    while (!stopping.signal.aborted) {
      const spent = (await readSpent(prisma)).get(adviser.name) ?? 0
      if (adviser.perDay !== null && spent >= adviser.perDay) return
      const held =
        (await store.takeWaiting(prisma, adviser.name, runner)) ??
        (byItself && !(await isResting(adviser)) ? await takeUnasked(adviser, runner) : null)
      if (held === null) return
      if (!(await put(adviser, held))) return
    }
  }

  async function isResting({ name }: Adviser): Promise<boolean> {
    const last = await store.listLast(database.prisma, name, FAILURES)
    const answeredAt = last[0]?.answeredAt?.getTime() ?? 0
    return (
      last.length === FAILURES &&
      last.every(({ state }) => state === 'failed') &&
      now().getTime() - answeredAt < REST_MS
    )
  }

  async function takeUnasked({ name, model }: Adviser, runner: string): Promise<store.Held | null> {
    const { prisma } = database
    for (const pair of await store.findUnasked(prisma, name, AT_ONCE)) {
      const asked = { ...pair, adviser: name, model, askedAt: now(), askedById: null }
      if (await prisma.$transaction(tx => store.insertUnasked(tx, asked)))
        return store.takeWaiting(prisma, name, runner)
    }
    return null
  }

  /** Asks one question and writes what came of it. False when there is no use in asking another one now. */
  async function put(adviser: Adviser, held: store.Held): Promise<boolean> {
    const { prisma } = database
    const pair = await store.findPair(prisma, held.relationId)
    if (pair === null) return true
    const holding = setInterval(
      () => void store.holdOn(prisma, held).catch((error: unknown) => log.error({ err: error }, 'opinion')),
      HOLD_MS,
    )
    const started = performance.now()
    const reply = await adviser
      .ask(
        { a: tell(pair.a), b: tell(pair.b) },
        { spend: () => spend(prisma, adviser.name, adviser.perDay), signal: stopping.signal },
      )
      .finally(() => clearInterval(holding))
    const durationMs = Math.round(performance.now() - started)
    if (reply.state === 'unasked') await store.release(prisma, held)
    else await write(adviser, held, pair, reply, durationMs)
    log.debug({ relation: held.relationId, adviser: adviser.name, state: reply.state }, 'opinion')
    return reply.state !== 'unasked'
  }

  async function write(
    { name, model }: Adviser,
    held: store.Held,
    { a, b }: store.AskedPair,
    reply: Exclude<Reply, { state: 'unasked' }>,
    durationMs: number,
  ): Promise<void> {
    const { state, request, answer, attempts, tokens } = reply
    const said =
      reply.state === 'given'
        ? { ...reply.verdict, spans: reply.spans, explanation: reply.explanation }
        : { failure: reply.failure }
    const asked = { model, aRevision: a.version, bRevision: b.version }
    const exchange = { request, answer, attempts, tokens, durationMs, answeredAt: now() }
    await database.prisma.$transaction(async tx => {
      if (!(await store.finish(tx, held, { state, ...asked, ...exchange, ...said }))) return
      await recordEvent(tx, {
        actor: null,
        action: 'relation.opinion_given',
        subjectId: held.relationId,
        to: { opinionId: held.id, adviser: name, ...asked, state, attempts },
      })
    })
  }

  const wake = () => loops.forEach(loop => loop.wake())
  wake()
  const looking = setInterval(wake, LOOK_MS)
  looking.unref()
  return {
    wake,
    stop: async () => {
      clearInterval(looking)
      stopping.abort()
      await Promise.all(loops.map(loop => loop.ended()))
      await Promise.all(advisers.map(adviser => adviser.close()))
    },
  }
}

const tell = ({ statement, speaker, saidEdtf, howPut }: store.ToldClaim): Told => ({
  statement,
  speaker: speaker.name,
  said: saidEdtf,
  howPut,
})
