import { describe, expect, test } from 'vitest'
import { analyse } from '../../../server/detect/analyse.ts'
import { encode } from '../../../server/detect/compare/attention/encode.ts'
import { attend, BLOCK_NAMES } from '../../../server/detect/compare/attention/network.ts'
import { calibrate } from '../../../server/detect/compare/calibrate.ts'
import { featuresOf } from '../../../server/detect/compare/evidence-features.ts'
import { FEATURE_COUNT } from '../../../server/detect/compare/features/all.ts'
import { addLogistic } from '../../../server/detect/compare/logistic.ts'
import { softmax } from '../../../server/detect/compare/model.ts'
import { learn } from '../../../server/detect/train/attention/gradients.ts'
import { clear, emptyNetwork } from '../../../server/detect/train/attention/space.ts'
import { newNetwork, trainAttention } from '../../../server/detect/train/attention/train-attention.ts'
import { fitLogistic } from '../../../server/detect/train/fit-logistic.ts'
import { headlineRows } from '../../../server/detect/train/headline-rows.ts'
import { headlinePairs } from '../../../server/detect/train/headlines.ts'
import { fitPlatt } from '../../../server/detect/train/platt.ts'
import { seeded } from '../../../server/detect/train/random.ts'

const first = analyse('The mayor of Turku did not win 45 seats on Friday.')
const second = analyse('Mayor lost more than 50 seats in Turku vote, officials say')

describe('the attention network', () => {
  /** Weights at which no rectifier and no maximum turns within a small step. */
  const random = seeded(6)
  const net = emptyNetwork()
  for (const name of BLOCK_NAMES)
    for (let x = 0; x < net[name].length; x++) net[name][x] = (random() - 0.5) * 0.6
  const grad = emptyNetwork()
  const [a, b] = [encode(first), encode(second)]
  const features = new Float32Array(FEATURE_COUNT)
  featuresOf(first, second, features)
  const lossOf = (label: number) => learn(net, emptyNetwork(), a, b, features, label, 1)

  test('is taught by the loss of what it says', () => {
    const out = new Float64Array(3)
    attend(net, first, second, features, out)
    const shares = softmax(out)
    for (const label of [0, 1, 2]) expect(lossOf(label)).toBeCloseTo(-Math.log(shares[label]!), 4)
  })

  test('says exactly the same of the statements exchanged', () => {
    const [one, other] = [new Float64Array(3), new Float64Array(3)]
    attend(net, first, second, features, one)
    attend(net, second, first, features, other)
    expect(other).toEqual(one)
  })

  test.each(BLOCK_NAMES.filter(name => !name.startsWith('feature')))(
    'has the slopes that small steps measure: %s',
    name => {
      clear(grad)
      learn(net, grad, a, b, features, 1, 1)
      const block = net[name]
      for (let round = 0; round < 12; round++) {
        const x = Math.floor(random() * block.length)
        const kept = block[x]!
        block[x] = kept + 2e-3
        const [above, high] = [lossOf(1), block[x]]
        block[x] = kept - 2e-3
        const [below, low] = [lossOf(1), block[x]]
        block[x] = kept
        expect((above - below) / (high - low)).toBeCloseTo(grad[name][x]!, 1)
      }
    },
  )

  test('learns the same weights again from the same rows', () => {
    const rows = headlinePairs()
      .slice(0, 60)
      .map(pair => ({
        a: encode(analyse(pair.a)),
        b: encode(analyse(pair.b)),
        features,
        label: pair.label === 'contradiction' ? 0 : pair.label === 'entailment' ? 1 : 2,
        weight: 1,
      }))
    const losses: string[] = []
    const train = () => {
      const learner = newNetwork(rows, 3)
      trainAttention(learner, rows, { epochs: 3, batch: 8, rate: 0.05, decay: 0.5, seed: 3 }, text =>
        losses.push(text),
      )
      return learner
    }
    expect(train()).toEqual(train())
    expect(losses.slice(0, 3)).toEqual(losses.slice(3))
  })
})

describe('the last step', () => {
  const random = seeded(9)
  const rows = Array.from({ length: 600 }, () => {
    const x = random() * 4 - 2
    return { x, positive: random() < 1 / (1 + Math.exp(-(1.5 * x - 0.5))) }
  })

  test('a calibration finds the line that made the outcomes', () => {
    const { slope, shift } = fitPlatt(
      rows.map(({ x, positive }) => ({ score: 1 / (1 + Math.exp(-x)), positive })),
    )
    expect(slope).toBeGreaterThan(1.1)
    expect(slope).toBeLessThan(1.9)
    expect(shift).toBeGreaterThan(-0.9)
    expect(shift).toBeLessThan(-0.1)
    expect(calibrate({ slope, shift }, 0.9)).toBeGreaterThan(calibrate({ slope, shift }, 0.8))
  })

  test('a regression tells three classes apart by their inputs', () => {
    const labels = Uint8Array.from({ length: 300 }, (_, r) => r % 3)
    const inputs = Float64Array.from({ length: 600 }, (_, k) => {
      const label = Math.floor(k / 2) % 3
      return (k % 2 === 0 ? [1, -1, 0][label]! : [0, 0, 2][label]!) + (random() - 0.5) * 0.4
    })
    const logistic = fitLogistic({ inputs, width: 2, labels, weights: new Float64Array(300).fill(1) }, 1e-4)
    const sums = new Float64Array(3)
    for (let r = 0; r < 300; r++) {
      addLogistic(logistic, inputs.subarray(r * 2, r * 2 + 2), sums)
      expect(softmax(sums).indexOf(Math.max(...softmax(sums)))).toBe(labels[r])
    }
  })
})

test('headlines are built only from pairs that do not contradict, and a denial of one side of an agreement is a conflict', () => {
  const pair = {
    a: 'The council bought the old mill.',
    b: 'The old mill was bought by the council.',
    label: 'entailment' as const,
  }
  const random = seeded(1)
  const built = Array.from({ length: 40 }, () => headlineRows(pair, false, random)).flat()
  expect(new Set(built.map(row => row.label))).toEqual(new Set(['contradiction', 'entailment', 'neutral']))
  for (const { a, b } of built) expect(`${a}${b}`).not.toMatch(/\.$/)
  expect(headlineRows({ ...pair, label: 'contradiction' }, false, random)).toEqual([])
})
