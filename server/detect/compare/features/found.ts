import type { FeatureGroup } from './group.ts'

const TYPES = [
  'negation',
  'denial',
  'antonym',
  'quantity',
  'date',
  'place',
  'actor',
  'exclusivity',
  'modality',
  'attribution',
] as const
const DETAILS = ['swap', 'name', 'class', 'outcome', 'only', 'all', 'other', 'state'] as const

/** What the rules found: the weight of each type, of some of their kinds, of the strongest, and how many there are. */
export const found: FeatureGroup = {
  names: [
    ...TYPES.map(type => `${type}Weight`),
    ...DETAILS.map(detail => `${detail}Weight`),
    'strongest',
    'findings',
  ],
  fill({ findings }, out, at) {
    let [strongest, count] = [0, 0]
    out.fill(0, at, at + TYPES.length + DETAILS.length)
    for (const finding of findings) {
      const k = (TYPES as readonly string[]).indexOf(finding.type)
      if (k >= 0) out[at + k] = Math.max(out[at + k]!, finding.weight)
      const d = (DETAILS as readonly string[]).indexOf(finding.detail)
      if (d >= 0) out[at + TYPES.length + d] = Math.max(out[at + TYPES.length + d]!, finding.weight)
      if (finding.weight > 0.3) count++
      strongest = Math.max(strongest, finding.weight)
    }
    out[at + TYPES.length + DETAILS.length] = strongest
    out[at + TYPES.length + DETAILS.length + 1] = count
  },
}
