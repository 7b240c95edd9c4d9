import { parentPort } from 'node:worker_threads'
import { loadDetector } from '../suggestions/detector.ts'
import { type Compared, createComparer, type Judged, type ScannedClaim } from './comparer.ts'

/** The thread that compares: one question at a time, each answered once. */
export type Question =
  | { compare: boolean; claims: ScannedClaim[] }
  | { pairs: (readonly [ScannedClaim, ScannedClaim])[] }
export type Ready = { modelVersion: string; analysisVersion: number }
/** First that it is ready, then an answer to each question. */
export type Answer = { ready: Ready } | { compared: Compared } | { judged: Judged }

const port = parentPort
if (port === null) throw new Error('This file is run as a thread.')
const answer = (what: Answer) => port.postMessage(what, [])
const detector = await loadDetector()
const comparer = createComparer(detector)
port.on('message', (question: Question) => {
  if ('pairs' in question) return answer({ judged: comparer.judge(question.pairs) })
  const { compare, claims } = question
  return answer({ compared: compare ? comparer.compare(claims) : comparer.remember(claims) })
})
const { modelVersion, analysisVersion } = detector
answer({ ready: { modelVersion, analysisVersion } })
