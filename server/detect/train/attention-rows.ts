import { analyse } from '../analyse.ts'
import { attend, type Network } from '../compare/attention/network.ts'
import { encodeRows, trainAttention } from './attention/train-attention.ts'
import type { Row } from './rows.ts'
import { ATTENTION, ATTENTION_WEIGHTS, isHeldOut } from './settings.ts'

/** One in so many of the rows in a frame is used: there are more than the network needs. */
const FRAMES_EVERY = 3

function weightOf(row: Row): number {
  if (isHeldOut(row) || row.set === 'headlines' || row.set === 'headline_headlines') return 0
  if (row.set === 'written') return ATTENTION_WEIGHTS.written
  if (row.set.endsWith('_frame') && row.group % FRAMES_EVERY !== 1) return 0
  if (row.set.startsWith('headline_')) return ATTENTION_WEIGHTS.headline
  if (row.set.startsWith('built')) return ATTENTION_WEIGHTS.built
  const weights: Record<string, number> = ATTENTION_WEIGHTS.other
  return weights[row.set] ?? 1
}

/** Trains the network on the rows that are not held out. */
export function trainNetwork(rows: readonly Row[], say: (text: string) => void): Network {
  return trainAttention(encodeRows(rows, weightOf), ATTENTION, say)
}

/** The network's scores of the chosen rows, none of which it was trained on. */
export function scoreRows(
  net: Network,
  rows: readonly Row[],
  chosen: readonly number[],
): Map<number, Float64Array> {
  return new Map(
    chosen.map(r => {
      const scores = new Float64Array(3)
      attend(net, analyse(rows[r]!.a), analyse(rows[r]!.b), scores)
      return [r, scores] as const
    }),
  )
}
