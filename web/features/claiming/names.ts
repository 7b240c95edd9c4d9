/** What a name in a text tells of a speaker. */
export type NamedSpeaker = { name: string; role: string; kind: 'person' | 'organisation' }

const PARTICLE = '(?:(?:de|da|do|dos|du|della|di|von|van|der|den|ten|bin|ibn|al|el|la|le|of|and)[ -])*'
/** A full stop belongs to initials and to titles only: elsewhere a sentence ends there. */
const DOTTED =
  '(?:\\p{Lu}\\.)+|(?:Gen|Brig|Lt|Col|Capt|Maj|Sgt|Adm|Cmdr|Gov|Sen|Rep|Mr|Mrs|Ms|Dr|Prof|Rev|St|Jr|Sr)\\.'
const CAPITAL = `(?:${DOTTED}|\\p{Lu}[\\p{L}\\p{M}\\p{N}'’&-]*)`
/** A run of words with capitals, with the small words that stand inside names. */
export const NAME = `${CAPITAL}(?: ${PARTICLE}${CAPITAL})*`

/** Words with a capital that start a sentence or tell the time, and are no part of a name. */
const NO_NAME = new Set(
  'A An And After Also Although As Asked At Because Before But By Earlier Even For From He Her His How However I If In It Its Later Meanwhile My No Nor Not Now Of On One Or Our She Since So Some Speaking Still That The Their Then There These They This Those Though Though Through To Today Under Until We What When Where Which While Who With Yesterday Yet You Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December'.split(
    ' ',
  ),
)

/** Titles after which the name of a person begins. The first row says nothing of what the person does. */
const FORMS =
  'Mr Mrs Ms Miss Dr Sir Dame Lord Lady Prof Professor Gen General Brig Brigadier Lt Lieutenant Col Colonel Capt Captain Maj Major Sgt Sergeant Adm Admiral Cmdr Commander Rev'
const OFFICES =
  'President Premier Secretary Minister Chancellor Chairman Chairwoman Chair Director Governor Gov Senator Sen Rep Representative Congressman Congresswoman Ambassador Spokesman Spokeswoman Spokesperson King Queen Prince Princess Pope Judge Justice Mayor Commissioner Leader Chief Officer Economist Analyst Attorney Prosecutor Inspector Marshal Sheriff Speaker Envoy Deputy'
const IS_FORM = new Set(FORMS.split(' '))
const IS_TITLE = new Set(`${FORMS} ${OFFICES}`.split(' '))

const ORGANISATION =
  /\b(?:Ministry|Department|Office|Agency|Authority|Council|Committee|Commission|Court|University|Institute|Society|Association|Organi[sz]ation|Company|Corporation|Bank|Party|Union|Army|Navy|Force|Police|Government|Parliament|Congress|Senate|House|Bureau|Survey|Service|Pentagon|Kremlin|Times|Post|News|Nations|Foundation|Center|Centre|Group|Inc|Ltd)\b/

/** Reads a run of capitalised words: titles go to the role, words that only start a sentence go. Null when no name is left. */
export function readName(run: string, apposition = ''): NamedSpeaker | null {
  const words = run.replace(/['’]s$/, '').split(' ')
  while (words[0] !== undefined && NO_NAME.has(words[0].replace(/\.$/, ''))) words.shift()
  const plain = words.map(word => word.replace(/\.$/, ''))
  const title = plain.findLastIndex((word, index) => index < plain.length - 1 && IS_TITLE.has(word))
  const name = words
    .slice(title + 1)
    .join(' ')
    .replace(/[.,-]+$/, '')
  if (name.length < 2 || IS_TITLE.has(name)) return null
  const titles = words.slice(0, title + 1)
  const office = titles.some(word => !IS_FORM.has(word.replace(/\.$/, '')))
    ? titles.filter(word => !IS_FORM.has(word.replace(/\.$/, ''))).join(' ')
    : ''
  return {
    name,
    role: apposition.trim() || office,
    kind: titles.length === 0 && isOrganisation(name) ? 'organisation' : 'person',
  }
}

function isOrganisation(name: string): boolean {
  return ORGANISATION.test(name) || /^\p{Lu}[\p{Lu}\p{N}&-]+$/u.test(name)
}

/** The name in full when a text gives it somewhere: a family name alone is how articles go on. */
export function fullName(text: string, name: string): string {
  if (/\s/.test(name)) return name
  const escaped = name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
  for (const [run] of text.matchAll(
    new RegExp(`${CAPITAL}(?: ${CAPITAL}){0,5} ${escaped}(?![\\p{L}\\p{N}])`, 'gu'),
  )) {
    const read = readName(run)
    if (read && read.name !== name && read.kind === 'person') return read.name
  }
  return name
}
