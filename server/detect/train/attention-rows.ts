import { analyse } from '../analyse.ts'
import { attend, type Network } from '../compare/attention/network.ts'
import { encodeRows, newNetwork, trainAttention } from './attention/train-attention.ts'
import { isNews } from './forests.ts'
import { featuresAt, type Matrix } from './matrix.ts'
import type { Row } from './rows.ts'
import { ATTENTION, ATTENTION_WEIGHTS, isHeldOut } from './settings.ts'

/** One in so many of the rows in a frame is used: there are more than the network needs. */
const FRAMES_EVERY = 3

function weightOf(row: Row): number {
  if (
    isNews(row) ||
    isHeldOut(row) ||
    row.set.startsWith('headline_written') ||
    row.set === 'headline_headlines'
  )
    return 0
  if (row.set.endsWith('_frame') && row.group % FRAMES_EVERY !== 1) return 0
  if (row.set.startsWith('headline_')) return ATTENTION_WEIGHTS.headline
  if (row.set.startsWith('built')) return ATTENTION_WEIGHTS.built
  const weights: Record<string, number> = ATTENTION_WEIGHTS.other
  return weights[row.set] ?? 1
}

/** Trains the network on the rows that are neither held out nor news, for which it is asked least. */
export function trainNetwork(rows: readonly Row[], matrix: Matrix, say: (text: string) => void): Network {
  const encoded = encodeRows(rows, matrix, weightOf)
  const net = newNetwork(encoded, ATTENTION.seed)
  trainAttention(net, encoded, ATTENTION, say)
  return net
}

/** The network's scores of the chosen rows, none of which it was trained on. */
export function scoreRows(
  net: Network,
  rows: readonly Row[],
  matrix: Matrix,
  chosen: readonly number[],
): Map<number, Float64Array> {
  return new Map(
    chosen.map(r => {
      const scores = new Float64Array(3)
      attend(net, analyse(rows[r]!.a), analyse(rows[r]!.b), featuresAt(matrix, r), scores)
      return [r, scores] as const
    }),
  )
}
