import os from 'node:os'
import { parentPort } from 'node:worker_threads'
import { loadDetector } from '../suggestions/detector.ts'
import type { Finding } from '../suggestions/finding.ts'
import {
  type ComparableClaim,
  type Compared,
  createComparer,
  type MadeAnalysis,
  type Part,
  type ScannedClaim,
} from './comparer.ts'

/** A thread that compares: one question at a time, each answered once. Without a part it only remembers. */
export type Question =
  | { analyse: ScannedClaim[] }
  | { part: Part | null; claims: ComparableClaim[] }
  | { pairs: (readonly [ComparableClaim, ComparableClaim])[] }
export type Ready = { modelVersion: string; analysisVersion: number }
/** First that it is ready, then to each question the answer of its kind. */
export type Answers = {
  ready: Ready
  analysed: MadeAnalysis[]
  compared: Compared
  judged: Finding[]
}

const port = parentPort
if (port === null) throw new Error('This file is run as a thread.')
/** How far whoever waits for an answer goes before: niceness, which Linux keeps per thread and other systems per process. */
const BEHIND = 10
if (process.platform === 'linux') os.setPriority(BEHIND)

const answer = (what: Partial<Answers>) => port.postMessage(what, [])
const detector = await loadDetector()
const comparer = createComparer(detector)
port.on('message', (question: Question) => {
  if ('analyse' in question) return answer({ analysed: comparer.analyse(question.analyse) })
  if ('pairs' in question) return answer({ judged: comparer.judge(question.pairs) })
  const { part, claims } = question
  return answer({ compared: part ? comparer.compare(claims, part) : comparer.remember(claims) })
})
const { modelVersion, analysisVersion } = detector
answer({ ready: { modelVersion, analysisVersion } })
