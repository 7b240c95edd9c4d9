import { parentPort } from 'node:worker_threads'
import { loadDetector } from '../suggestions/detector.ts'
import { type Compared, createComparer, type ScannedClaim } from './comparer.ts'

/** The thread that compares: one question at a time, each answered once. */
export type Question = { compare: boolean; claims: ScannedClaim[] }
export type Answer = Compared | Ready
export type Ready = { modelVersion: string; analysisVersion: number }

const port = parentPort
if (port === null) throw new Error('This file is run as a thread.')
const detector = await loadDetector()
const comparer = createComparer(detector)
port.on('message', ({ compare, claims }: Question) => {
  port.postMessage(compare ? comparer.compare(claims) : comparer.remember(claims))
})
const { modelVersion, analysisVersion } = detector
port.postMessage({ modelVersion, analysisVersion } satisfies Ready)
