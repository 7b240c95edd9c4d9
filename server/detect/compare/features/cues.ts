import { oncePer } from '../../text/once-per.ts'
import type { Prepared } from '../prepare.ts'
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

const placesOf = (types: readonly (typeof TYPES)[number][]): number[] =>
  types.map(type => TYPES.indexOf(type))
const bothSides = placesOf(BOTH_SIDES)
const turning = placesOf(['negation', 'implicative', 'denial'])
const DENIAL = TYPES.indexOf('denial')

/** How often each of the TYPES occurs in a statement; counted once. */
const countsOf = oncePer((side: Prepared) => Uint8Array.from(TYPES, type => side.cues[type] ?? 0))

/** How many cues turn what is said into its opposite. */
const turns = (counts: Uint8Array): number => turning.reduce((sum, place) => sum + counts[place]!, 0)

export const cues: FeatureGroup = {
  names: [
    ...TYPES.map(type => `${type}Difference`),
    ...TYPES.map(type => `${type}Least`),
    ...BOTH_SIDES.flatMap(type => [`${type}A`, `${type}B`]),
    'parity',
    'denialParity',
  ],
  fill({ pair }, out, at) {
    const [a, b] = [countsOf(pair.a), countsOf(pair.b)]
    const count = TYPES.length
    for (let type = 0; type < count; type++) {
      out[at + type] = Math.abs(a[type]! - b[type]!)
      out[at + count + type] = Math.min(a[type]!, b[type]!)
    }
    let k = at + 2 * count
    for (const place of bothSides) {
      out[k++] = a[place]!
      out[k++] = b[place]!
    }
    out[k++] = (turns(a) + turns(b)) % 2
    out[k] = a[DENIAL]! > 0 !== b[DENIAL]! > 0 ? 1 : 0
  },
}
