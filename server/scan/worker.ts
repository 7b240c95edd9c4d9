import os from 'node:os'
import { parentPort } from 'node:worker_threads'
import { loadDetector } from '../suggestions/detector.ts'
import { type Compared, createComparer, type Judged, type Part, type ScannedClaim } from './comparer.ts'

/** A thread that compares: one question at a time, each answered once. Without a part it only remembers. */
export type Question =
  | { part: Part | null; claims: ScannedClaim[] }
  | { pairs: (readonly [ScannedClaim, ScannedClaim])[] }
export type Ready = { modelVersion: string; analysisVersion: number }
/** First that it is ready, then an answer to each question. */
export type Answer = { ready: Ready } | { compared: Compared } | { judged: Judged }

const port = parentPort
if (port === null) throw new Error('This file is run as a thread.')
/** How far whoever waits for an answer goes before: niceness, which Linux keeps per thread and other systems per process. */
const BEHIND = 10
if (process.platform === 'linux') os.setPriority(BEHIND)

const answer = (what: Answer) => port.postMessage(what, [])
const detector = await loadDetector()
const comparer = createComparer(detector)
port.on('message', (question: Question) => {
  if ('pairs' in question) return answer({ judged: comparer.judge(question.pairs) })
  const { part, claims } = question
  return answer({ compared: part ? comparer.compare(claims, part) : comparer.remember(claims) })
})
const { modelVersion, analysisVersion } = detector
answer({ ready: { modelVersion, analysisVersion } })
