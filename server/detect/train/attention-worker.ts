import { parentPort, workerData } from 'node:worker_threads'
import { scoreRows, trainNetwork } from './attention-rows.ts'
import { generalWeight } from './last-weights.ts'
import { readRows } from './rows.ts'

/** Trains the network beside the forests, on a core of its own; posts lines to say, at last the network and its scores. */

const post = (message: unknown) => parentPort?.postMessage(message, [])
const rows = readRows(String(workerData))
const net = trainNetwork(rows, post)
const chosen = rows.map((_, r) => r).filter(r => generalWeight(rows[r]!) > 0)
post({ net, scores: scoreRows(net, rows, chosen) })
