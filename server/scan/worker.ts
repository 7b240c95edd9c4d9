import { parentPort } from 'node:worker_threads'
import { loadDetector } from '../suggestions/detector.ts'
import { type Compared, createComparer, type ScannedClaim } from './comparer.ts'

/** The thread that compares: one question at a time, each answered once. */
export type Question = { compare: boolean; claims: ScannedClaim[] }
export type Ready = { modelVersion: string; analysisVersion: number }
/** First that it is ready, then an answer to each question. */
export type Answer = { ready: Ready } | { compared: Compared }

const port = parentPort
if (port === null) throw new Error('This file is run as a thread.')
const answer = (what: Answer) => port.postMessage(what, [])
const detector = await loadDetector()
const comparer = createComparer(detector)
port.on('message', ({ compare, claims }: Question) => {
  answer({ compared: compare ? comparer.compare(claims) : comparer.remember(claims) })
})
const { modelVersion, analysisVersion } = detector
answer({ ready: { modelVersion, analysisVersion } })
