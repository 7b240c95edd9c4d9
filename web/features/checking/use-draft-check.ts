import { useEffect, useEffectEvent, useMemo, useState } from 'react'
import { checkSentences, MOST_SENTENCES } from '#contract/checks.ts'
import type { ClaimItem } from '#contract/claims.ts'
import { LIMITS } from '#contract/text.ts'
import { cutSentences } from '#domain/sentences.ts'
import { call } from '../../api/call.ts'
import type { Claims, Found, SentenceFound } from './findings.ts'

/** Small at first, so that something is seen soon. */
const FIRST_BATCH = 10

type Known = { found: ReadonlyMap<string, Found>; claims: Claims }

const NOTHING: Found = { conflicts: [], repeats: [] }
const START: Known = { found: new Map(), claims: new Map() }

function learn(
  before: Known,
  sentences: readonly string[],
  found: readonly Found[],
  claims: readonly ClaimItem[],
): Known {
  return {
    found: new Map([...before.found, ...sentences.map((one, at) => [one, found[at] ?? NOTHING] as const)]),
    claims: new Map([...before.claims, ...claims.map(claim => [claim.id, claim] as const)]),
  }
}

/**
 * Compares the sentences of a draft with what is stored, batch by batch. What was asked of a sentence is remembered by
 * its words: after an edit only those that changed are asked again.
 */
export function useDraftCheck(text: string) {
  const [known, setKnown] = useState(START)
  const [failure, setFailure] = useState<unknown>(null)
  const [attempt, setAttempt] = useState(0)
  const tooLong = text.length > LIMITS.draft
  const cut = useMemo(() => (tooLong ? [] : cutSentences(text)), [text, tooLong])
  const asked = useMemo(
    () => cut.filter(one => one.unchecked === null).map(({ start, end }) => text.slice(start, end)),
    [cut, text],
  )

  // Asked again after a failure, though the words are the same.
  const work = useMemo(() => ({ asked, attempt }), [asked, attempt])
  const unknown = useEffectEvent((wanted: readonly string[]) =>
    [...new Set(wanted)].filter(sentence => !known.found.has(sentence)),
  )
  useEffect(() => {
    const aborter = new AbortController()
    const run = async () => {
      setFailure(null)
      const waiting = unknown(work.asked)
      for (let size = FIRST_BATCH; waiting.length > 0; size = MOST_SENTENCES) {
        const sentences = waiting.splice(0, size)
        const { found, claims } = await call(checkSentences, { body: { sentences }, signal: aborter.signal })
        setKnown(before => learn(before, sentences, found, claims))
      }
    }
    run().catch((error: unknown) => {
      if (!aborter.signal.aborted) setFailure(error)
    })
    return () => aborter.abort()
  }, [work])

  const sentences = useMemo(
    () =>
      cut.map((sentence): SentenceFound => {
        const found = known.found.get(text.slice(sentence.start, sentence.end))
        return { ...sentence, ...(found ?? NOTHING), pending: sentence.unchecked === null && !found }
      }),
    [cut, text, known],
  )
  return {
    sentences,
    claims: known.claims,
    tooLong,
    /** How many sentences are to be compared, and how many have been. */
    total: asked.length,
    done: asked.length - sentences.filter(one => one.pending).length,
    failure,
    retry: () => setAttempt(attempt + 1),
  }
}
