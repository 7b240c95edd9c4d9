import type { Source } from '#contract/sources.ts'
import type { SourceKind } from '#domain/vocabulary.ts'

/** What a person types about a source. Dates are as typed. */
export type SourceValues = {
  title: string
  kind: SourceKind
  outlet: string
  authors: string[]
  language: string
  url: string
  published: string
  modified: string
  accessed: string
  note: string
}

/** `today` is an ISO day. */
export function emptySource(today: string): SourceValues {
  return {
    title: '',
    kind: 'article',
    outlet: '',
    authors: [],
    language: 'en',
    url: '',
    published: '',
    modified: '',
    accessed: today,
    note: '',
  }
}

export function valuesOf(source: Source): SourceValues {
  return {
    title: source.title,
    kind: source.kind,
    outlet: source.outlet ?? '',
    authors: source.authors,
    language: source.language,
    url: source.url ?? '',
    published: source.published?.edtf ?? '',
    modified: source.modified?.edtf ?? '',
    accessed: source.accessed?.edtf ?? '',
    note: source.note ?? '',
  }
}

/** The day it is here, as an ISO day. */
export function isoDay(now: Date): string {
  return new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate())).toISOString().slice(0, 10)
}

/** The longest first line that can be a headline, in UTF-16 units. */
const LONGEST_TITLE = 250

/** The first line of a text when it can be its title, else nothing. */
export function firstLine(text: string): string {
  const [line = ''] = text.trimStart().split(/[\r\n]/, 1)
  return line.length <= LONGEST_TITLE ? line.trim() : ''
}

/** The fields that somebody else changed to what neither they nor I had. */
export function changedByOthers(
  seen: SourceValues,
  mine: SourceValues,
  theirs: SourceValues,
): (keyof SourceValues)[] {
  const names: (keyof SourceValues)[] = Object.keys(mine).filter(isField)
  return names.filter(name => !same(theirs[name], seen[name]) && !same(theirs[name], mine[name]))

  function isField(name: string): name is keyof SourceValues {
    return name in seen
  }
}

function same(a: string | string[], b: string | string[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
