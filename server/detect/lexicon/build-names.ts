import { writeFileSync } from 'node:fs'
import { readTokens } from '../text/tokens.ts'
import { pack, packWords, type Section } from './container.ts'
import { plain } from './plain.ts'
import { type NameList, type NameLists, readNameLists } from './read-names.ts'

/** What a country's government is called after the country's name. */
const OFFICES = [
  'government',
  'administration',
  'authorities',
  'presidency',
  "president's office",
  "prime minister's office",
]

/** A name's kind: whoever acts, a place, a country, a place in a country in which other places lie. */
export const ACTOR = 0
export const PLACE = 1
export const COUNTRY = 2
export const REGION = 3

/** The words of a name as they are looked for, parted by blanks. */
const wordsOf = (name: string): string => readTokens(name).word.map(plain).join(' ')

/** The same with and without accents: they may decide where a word is parted. */
const waysToRead = (name: string): string[] => [...new Set([wordsOf(plain(name)), wordsOf(name)])]

/** Names by number, from 1 on: who or what they stand for, and what that lies in or belongs to. */
class Register {
  readonly numbers = new Map<string, number>()
  readonly phrases = new Map<string, number>()
  readonly parents: Set<number>[] = [new Set()]

  /** The number of a place or of who acts, by its name in the lists. */
  number(head: string): number {
    const known = this.numbers.get(head)
    if (known !== undefined) return known
    this.parents.push(new Set())
    this.numbers.set(head, this.parents.length - 1)
    return this.parents.length - 1
  }

  /** Lets a phrase stand for a number unless it stands for another one already. */
  call(phrase: string, number: number): void {
    for (const words of waysToRead(phrase)) if (!this.phrases.has(words)) this.phrases.set(words, number)
  }

  /** Everything a number lies in, near and far, in order. Throws where it would lie in itself. */
  above(number: number, below: readonly number[] = []): Set<number> {
    if (below.includes(number)) throw new Error(`place ${number} lies in itself`)
    const all = new Set<number>()
    for (const parent of this.parents[number]!) {
      all.add(parent)
      for (const further of this.above(parent, [...below, number])) all.add(further)
    }
    return all
  }
}

function addPlaces({ places, spellings }: NameLists, names: Register): void {
  for (const { head, members } of places)
    for (const member of members) names.parents[names.number(member)]!.add(names.number(head))
  for (const [place, number] of names.numbers) names.call(place, number)
  for (const { head, members } of spellings) for (const name of members) names.call(name, names.number(head))
}

/** Words for people ("Britons", "Frenchman"): they do not stand before a noun. */
const isPeople = (form: string, forms: readonly string[]): boolean =>
  /m[ae]n$/.test(form) || (form.endsWith('s') && forms.includes(form.slice(0, -1)))

/** The ways of naming a country before a noun: "British", "UK", "Britain's". */
const before = (forms: readonly string[]): string[] => [
  ...forms.filter(form => !isPeople(form, forms)),
  ...forms
    .filter((form, i) => i === 0 || /^(?:[a-z.]{2,4}|britain|america)$/.test(form))
    .map(form => `${form}'s`),
]

const isOffice = ({ head }: NameList): boolean => head.includes(' / ')

/**
 * The names of `names/` as the sections of one file: phrases with the number they stand for; per number its kind, all that it lies in and
 * the country whose seat of government it is (0 for none). The same lists give the same bytes. Throws where a place lies in itself or a
 * list names a place that lies nowhere.
 */
export function buildNames(lists: NameLists): Record<string, Section> {
  const names = new Register()
  addPlaces(lists, names)
  const placeCount = names.parents.length
  const formsOf = new Map<string, string[]>()
  const heads = new Set<number>()
  for (const { head, members } of lists.peoples) {
    if (!names.numbers.has(head)) throw new Error(`${head} lies nowhere`)
    heads.add(names.number(head))
    formsOf.set(head, [head, ...members])
    for (const form of members) names.call(form, names.number(head))
    for (const form of before([head, ...members]))
      for (const office of OFFICES) names.call(`${form} ${office}`, names.number(head))
  }
  for (const { head, members } of [...lists.actors].toSorted(
    (x, y) => Number(isOffice(x)) - Number(isOffice(y)),
  )) {
    const [owner = head, office] = head.split(' / ')
    const number = names.number(head)
    if (office === undefined) names.call(head, number)
    else {
      const forms = formsOf.get(owner) ?? [owner]
      names.parents[number]!.add(names.number(owner))
      for (const form of before(forms)) names.call(`${form} ${office}`, number)
    }
    if (office === undefined) formsOf.set(head, [...(formsOf.get(head) ?? [head]), ...members])
    for (const name of members) names.call(name, number)
  }
  const governs = new Map<number, number>()
  for (const { head, members } of lists.capitals) {
    const capital = names.phrases.get(wordsOf(plain(members[0]!)))
    if (capital === undefined) throw new Error(`${members[0]} lies nowhere`)
    governs.set(capital, names.number(head))
    for (const form of before(formsOf.get(head) ?? [head])) names.call(`${form} capital`, capital)
  }
  const numbers = names.parents.map((_, number) => number)
  const above = numbers.map(number => names.above(number))
  const isHead = (number: number) => heads.has(number) && names.parents[number]!.size > 0
  const holds = new Set(above.slice(0, placeCount).flatMap(all => [...all]))
  const kind = numbers.map(number => {
    if (number === 0 || number >= placeCount) return ACTOR
    const within = [...above[number]!].some(isHead)
    if (isHead(number) && !within) return COUNTRY
    return within && holds.has(number) ? REGION : PLACE
  })
  const aboveStart: number[] = [0]
  for (const all of above) aboveStart.push(aboveStart.at(-1)! + all.size)
  const phrases = [...names.phrases].toSorted(([x], [y]) => (x < y ? -1 : 1))
  return {
    phrases: packWords(phrases.map(([words]) => words)),
    numbers: Uint16Array.from(phrases, ([, number]) => number),
    kind: Uint8Array.from(kind),
    aboveStart: Uint16Array.from(aboveStart),
    above: Uint16Array.from(above.flatMap(all => [...all].toSorted((x, y) => x - y))),
    governs: Uint16Array.from(numbers, number => governs.get(number) ?? 0),
  }
}

if (import.meta.main) {
  const sections = buildNames(readNameLists())
  const bytes = pack(sections)
  writeFileSync(new URL('../weights/names.bin', import.meta.url), bytes)
  console.log(
    `${sections['kind']!.length - 1} names, ${sections['numbers']!.length} phrases, ${bytes.length} bytes`,
  )
}
