import { parentPort, workerData } from 'node:worker_threads'
import { scoreRows, trainNetwork } from './attention-rows.ts'
import { generalWeight } from './last-weights.ts'
import { matrixOf } from './matrix.ts'
import { readRows } from './rows.ts'

/** Trains the network beside the forests, on a core of its own; posts lines to say, at last the network and its scores. */

/** The data folder, and the features of all rows in memory that both threads see. */
export type Given = { folder: string; values: Float32Array }

const post = (message: unknown) => parentPort?.postMessage(message, [])
const { folder, values }: Given = workerData
const rows = readRows(folder)
const matrix = matrixOf(rows, values)
const net = trainNetwork(rows, matrix, post)
const chosen = rows.map((_, r) => r).filter(r => generalWeight(rows[r]!) > 0)
post({ net, scores: scoreRows(net, rows, matrix, chosen) })
