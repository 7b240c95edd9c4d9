import type { SpeakerKind } from '#domain/vocabulary.ts'
import { between, chance, pick, type Random, shuffled, type Weights, weighted } from './random.ts'

const list = (words: string): string[] => words.trim().split(/\s+/)

const GIVEN = list(`
  Anna Zoë Martin José Ingrid Łukasz Søren Marie Tomáš Leïla Peter Nadia Björn Amélie David Priya Siobhán Omar Greta
  Milan Chloé Viktor Hanna Jürgen Maya Ivo Ester Samuel Noor Rūta Felix Irène Otto Beatriz Karim Agnès Hugo Elif Pál Yara
  Simon Thérèse Nils Dalia Gábor Rosa Emil Aïcha Conor Mirela Anton Lucía Jonas Wanjiru Stefan Olga Idris Katarína Ruben
`)

const STEMS = list(`
  Hal Bren Ost Kar Mar Tal Wen Dor Ash Tor Vel Hol Rav Sel Lin Car Fen Gar Hart Il Jas Kel Lam Mon Nor Or Pel Quill Ros
  Sand Thor Ul Var Wald Yar Zel Black Clay Dun East Fal Green Hazel Kirk Long Mill New Oak Pen Red Stan Thistle Under
  West Whit Winter Cold Bright
`)

const SURNAME_ENDS = list(`
  den wick berg ström ović owski son man ley ner mond aux eaux hardt ić nik sen dóttir ard ell inger ová ez ão lund
  gren more by worth
`)

const PLACE_ENDS = list(`
  dale ford mouth wick ton bury ham stead haven bridge field minster combe holm bourne port well gate cliff moor leigh
  stow mere
`)

/** Which of several places of one name: they are told apart by it, and taken for each other. */
const PLACE_PARTS = list(`
  Upper Lower North South East West Old New Great Little Royal Saint Market Castle Abbey Forest Marsh
`)

const OUTLET_ENDS = list(`
  Courier Herald Post Gazette Chronicle Observer Mail Argus Echo Tribune Dispatch Standard Mercury Star Record Review
  Monitor Bulletin
`)

const ORGANISATIONS = [
  'Council',
  'Water Authority',
  'Fire Service',
  'Police',
  'Port Authority',
  'Teachers’ Union',
  'Hospital Trust',
  'Rail Company',
  'Energy Board',
  'Tenants’ Association',
  'Farmers’ League',
  'Chamber of Commerce',
  'Geological Survey',
  'Electoral Commission',
]

const ROLES = [
  'mayor of {place}',
  'spokeswoman for the {organisation}',
  'spokesman for the {organisation}',
  'head of the {organisation}',
  'member of parliament for {place}',
  'resident of {place}',
  'engineer at the {organisation}',
  'minister of transport',
  'minister of health',
  'lawyer for the families',
  'professor of statistics',
]

/** Every pair of a beginning and an end, in an order of chance. */
function combine(random: Random, stems: readonly string[], ends: readonly string[]): string[] {
  return shuffled(
    random,
    stems.flatMap(stem => ends.map(end => stem + end)),
  )
}

export type Names = {
  places: readonly string[]
  organisations: readonly string[]
  surnames: readonly string[]
}

export function makeNames(random: Random): Names {
  const places = combine(random, STEMS, PLACE_ENDS)
  return {
    places,
    organisations: shuffled(
      random,
      places.slice(0, 120).flatMap(place => ORGANISATIONS.map(kind => `${place} ${kind}`)),
    ),
    surnames: combine(random, STEMS, SURNAME_ENDS),
  }
}

/** Places of which news is made, as many as asked for while the names last: first those of one word, then parts of them. */
export function makePlaces({ places }: Names, count: number): string[] {
  return ['', ...PLACE_PARTS]
    .flatMap(part => places.map(place => `${part} ${place}`.trim()))
    .slice(0, Math.max(places.length, count))
}

export function makeOutlets(random: Random, names: Names, count: number): string[] {
  const outlets = new Set<string>()
  while (outlets.size < count) {
    const name = `${pick(random, names.places)} ${pick(random, OUTLET_ENDS)}`
    outlets.add(chance(random, 0.3) ? `The ${name}` : name)
  }
  return [...outlets]
}

export const makePersonName = (random: Random, names: Names): string =>
  `${pick(random, GIVEN)} ${pick(random, names.surnames)}`

export type MadeSpeaker = { name: string; kind: SpeakerKind; role: string | null; aliases: string[] }

/** Speakers of whom no two have the same name. */
export function makeSpeakers(random: Random, names: Names, count: number): MadeSpeaker[] {
  const taken = new Set<string>()
  const speakers: MadeSpeaker[] = []
  while (speakers.length < count) {
    const speaker = makeSpeaker(random, names)
    if (taken.has(speaker.name)) continue
    taken.add(speaker.name)
    speakers.push(speaker)
  }
  return speakers
}

const KINDS: Weights<SpeakerKind> = [
  ['person', 75],
  ['organisation', 20],
  ['document', 5],
]

function makeSpeaker(random: Random, names: Names): MadeSpeaker {
  const kind = weighted(random, KINDS)
  const organisation = pick(random, names.organisations)
  const place = pick(random, names.places)
  if (kind === 'organisation') {
    const short = organisation.match(/\p{Lu}/gu)?.join('') ?? ''
    return { name: organisation, kind, role: null, aliases: chance(random, 0.3) ? [short] : [] }
  }
  if (kind === 'document')
    return {
      name: `Letter ${between(random, 100, 99_999)} of the ${organisation}`,
      kind,
      role: 'unsigned',
      aliases: [],
    }
  const role = pick(random, ROLES).replace('{place}', place).replace('{organisation}', organisation)
  return { name: makePersonName(random, names), kind, role: chance(random, 0.9) ? role : null, aliases: [] }
}
