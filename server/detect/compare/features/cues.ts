import type { FeatureGroup } from './group.ts'

/** Cue types whose presence on one side, the other or both is told to the trees. */
const TYPES = [
  'negation',
  'implicative',
  'denial',
  'doubt',
  'question',
  'hedge',
  'forecast',
  'obligation',
  'permission',
  'prohibition',
  'exclusive',
  'all',
  'some',
  'condition',
  'attribution',
  'fake',
  'earlier',
  'definition',
  'part',
] as const
const BOTH_SIDES = ['negation', 'denial', 'implicative', 'forecast', 'hedge'] as const

/** How many cues turn what is said into its opposite. */
const turns = (cue: Record<string, number>) =>
  (cue['negation'] ?? 0) + (cue['implicative'] ?? 0) + (cue['denial'] ?? 0)

export const cues: FeatureGroup = {
  names: [
    ...TYPES.map(type => `${type}Difference`),
    ...TYPES.map(type => `${type}Least`),
    ...BOTH_SIDES.flatMap(type => [`${type}A`, `${type}B`]),
    'parity',
    'denialParity',
  ],
  fill({ pair: { a, b } }, out, at) {
    let k = at
    for (const type of TYPES) out[k++] = Math.abs((a.cues[type] ?? 0) - (b.cues[type] ?? 0))
    for (const type of TYPES) out[k++] = Math.min(a.cues[type] ?? 0, b.cues[type] ?? 0)
    for (const type of BOTH_SIDES) {
      out[k++] = a.cues[type] ?? 0
      out[k++] = b.cues[type] ?? 0
    }
    out[k++] = (turns(a.cues) + turns(b.cues)) % 2
    out[k] = (a.cues['denial'] ?? 0) > 0 !== (b.cues['denial'] ?? 0) > 0 ? 1 : 0
  },
}
