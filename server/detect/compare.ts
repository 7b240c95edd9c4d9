import type { ReasonType, RelationKind } from '#domain/vocabulary.ts'
import { gather } from './compare/evidence-features.ts'
import { FEATURE_COUNT, fillFeatures } from './compare/features/all.ts'
import { type Context, guessKind } from './compare/kind.ts'
import { areLikelyOfOneMatter, areOnOneTopic } from './compare/matter.ts'
import { loadModel, probabilities, thresholdOf } from './compare/model.ts'
import { inOrder, makePair } from './compare/pair.ts'
import { prepare } from './compare/prepare.ts'
import { chooseReasons, shareNothing } from './compare/reasons/choose.ts'
import { describe } from './compare/reasons/describe.ts'
import { isStrong } from './compare/reasons/strong.ts'
import type { Analysis } from './text/analysis.ts'
import { oncePer } from './text/once-per.ts'

const model = loadModel()

/** Raised whenever the same two analyses would be judged differently; stands on every relation the detector proposes. */
export const MODEL_VERSION = model.version

/** At or above these probabilities of a contradiction a pair with a reason is proposed. */
export const THRESHOLDS = model.thresholds

/** One reason of a comparison. Offsets are UTF-16 units in the first and the second statement. */
export type Reason = {
  type: ReasonType
  aStart: number
  aEnd: number
  bStart: number
  bEnd: number
  /** For a person: what is at odds, in the words of both. */
  sentence: string
  /** How much it speaks for a conflict, 0–1. */
  weight: number
}

export type Comparison = {
  /** Calibrated probabilities that add up to 1. Entailment either way counts as agreement. */
  contradicts: number
  agrees: number
  neither: number
  /** The strongest first; empty when the two have nothing to do with one another. */
  reasons: Reason[]
  kind: RelationKind
  /** Whether two statements on one matter are to be shown to an editor: likely enough, with a reason other than that the words differ. */
  flagged: boolean
}

/**
 * Whether two statements out of many are worth comparing, told at a twentieth of the cost: false for those that are most
 * likely of other matters, which are not to be proposed whatever `compare` says. Symmetric; never throws.
 */
export function areWorthComparing(a: Analysis, b: Analysis): boolean {
  const [one, other] = [prepare(a), prepare(b)]
  return areLikelyOfOneMatter(inOrder(one, other) ? makePair(one, other) : makePair(other, one))
}

/** The share of their content words that both of two statements have, 0–1 (Dice 1945); 1 when neither has any. Symmetric; never throws. */
export function shareOfWords(a: Analysis, b: Analysis): number {
  const [one, other] = [new Set(prepare(a).id), new Set(prepare(b).id)]
  const all = one.size + other.size
  return all === 0 ? 1 : (2 * [...one].filter(word => other.has(word)).length) / all
}

/** From this weight on a reason is clear; where none is, a conflict must be so probable to be shown. */
const CLEAR = 0.3
const UNCLEAR_FROM = 0.55

const MARKS = /[^\p{L}\p{N}]+/gu
const MAX_MARKS = 24
const WORTH_A_LOOK = 0.15

const plainOf = oncePer(({ text }: Analysis) => text.replaceAll(MARKS, '').toLowerCase())

/** Whether two statements have the same letters and digits in the same order, however they are set. */
function areTheSame(a: Analysis, b: Analysis): boolean {
  if (Math.abs(a.text.length - b.text.length) > MAX_MARKS) return false
  const text = plainOf(a)
  return text !== '' && text === plainOf(b)
}

const features = new Float32Array(FEATURE_COUNT)
/**
 * Asks of two analysed statements whether they can both be true. Exactly symmetric: with the statements exchanged the probabilities,
 * the kind and the reasons are the same, with the spans exchanged. Deterministic; never throws. Statements that share no word are
 * `unrelated` and never flagged.
 */
export function compare(a: Analysis, b: Analysis, context: Context = {}): Comparison {
  const { evidence, swapped } = gather(a, b)
  fillFeatures(evidence, features)
  const shares = probabilities(model, features, evidence.pair)
  const [contradicts, agrees, neither] = shares
  if (contradicts >= WORTH_A_LOOK && areTheSame(a, b))
    return { contradicts: 0, agrees: 1, neither: 0, reasons: [], kind: 'duplicate', flagged: false }
  const threshold = thresholdOf(model.thresholds, features)
  if (shareNothing(prepare(a), prepare(b)))
    return { contradicts, agrees, neither, reasons: [], kind: 'unrelated', flagged: false }
  const chosen = chooseReasons(evidence, contradicts, threshold)
  const surer = Math.max(1, threshold / model.thresholds.loose)
  const strong = isStrong(chosen, evidence, contradicts, surer)
  const kind = guessKind(model.kinds, evidence, features, shares, strong, context)
  const conflict = kind !== 'duplicate' && kind !== 'different_definition' && kind !== 'different_scope'
  const clear = (chosen[0]?.weight ?? 0) >= CLEAR
  const probable = contradicts >= (clear ? threshold : Math.max(threshold, UNCLEAR_FROM))
  const likely = areOnOneTopic(evidence.pair) && (probable || strong)
  const flagged = likely && conflict && chosen.some(finding => finding.type !== 'wording')
  const reasons = chosen.map((finding): Reason => {
    const type = finding.type === 'quantity' && kind === 'different_definition' ? 'definition' : finding.type
    const detail = finding.type === 'quantity' && kind === 'different_scope' ? 'scope' : finding.detail
    const [x, y] = swapped ? [finding.b, finding.a] : [finding.a, finding.b]
    return {
      type,
      aStart: a.start[x.from] ?? 0,
      aEnd: a.end[x.to - 1] ?? 0,
      bStart: b.start[y.from] ?? 0,
      bEnd: b.end[y.to - 1] ?? 0,
      sentence: describe(evidence.pair, { ...finding, type, detail }, swapped),
      weight: finding.weight,
    }
  })
  return { contradicts, agrees, neither, reasons, kind, flagged }
}
