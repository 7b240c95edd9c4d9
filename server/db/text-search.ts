import type { SearchTerm } from '#domain/search-grammar.ts'
import { Prisma } from './generated/client.ts'

/** Fewer letters begin too many words to be of use. */
const SHORTEST_BEGINNING = 3

/** A word that may be the beginning of a longer one: letters and digits alone, which no parser takes apart. */
const BEGINNING = new RegExp(String.raw`^[\p{L}\p{N}]{${SHORTEST_BEGINNING},}$`, 'u')

/** Characters that are words by themselves, as `spaced` in the database has them. */
const SPACELESS =
  /[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u3040-\u30FF\u31F0-\u31FF\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF\uFF66-\uFF9F\u{20000}-\u{3FFFF}]/gu

const spaced = (text: string) => text.replaceAll(SPACELESS, ' $& ')

/** What a pattern of LIKE takes for more than itself. */
export const likePattern = (text: string) => `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`

/** `column ILIKE` any of the texts, somewhere inside. */
export function contains(column: Prisma.Sql, texts: readonly string[]): Prisma.Sql {
  const each = texts.map(text => Prisma.sql`${column} ILIKE ${likePattern(text)}`)
  // Not ANY of an array, which no trigram index answers.
  return Prisma.sql`(${Prisma.join(each, ' OR ')})`
}

/**
 * Whether the words of `column` are as the query says. A query in which no word is left, as of signs alone, excludes
 * nothing.
 */
export const matches = (column: Prisma.Sql, query: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`(numnode(${query}) = 0 OR ${column} @@ ${query})`

/**
 * The terms as one tsquery over a column that holds its words both stemmed ('english') and as they are ('simple'):
 * words are stemmed, phrases stand as they are written, and the last word may be the beginning of one, as it is while
 * a person types. English words too common to be kept are left out, unless there is nothing else.
 */
export function wordsQuery(terms: readonly SearchTerm[]): Prisma.Sql {
  const last = terms.at(-1)
  const stemmed = terms.map(term =>
    negated(term, term.phrase ? asWritten(term) : stemmedTerm(term, term === last)),
  )
  const plain = terms.map(term => negated(term, asWritten(term)))
  return Prisma.sql`coalesce(nullif(${joined(stemmed)}, ''), ${joined(plain)})`
}

/** The terms as one tsquery over a column of stemmed words alone; without any, the empty one. `last` was typed last. */
export function stemmedTerms(
  terms: readonly SearchTerm[],
  last: SearchTerm | undefined = terms.at(-1),
): Prisma.Sql {
  if (terms.length === 0) return Prisma.sql`''::tsquery`
  return joined(terms.map(term => negated(term, stemmedTerm(term, term === last))))
}

const joined = (queries: readonly Prisma.Sql[]) => Prisma.sql`(${Prisma.join([...queries], ' && ')})`

const negated = (term: SearchTerm, query: Prisma.Sql) => (term.not ? Prisma.sql`!!${query}` : query)

const asWritten = ({ text }: SearchTerm) => Prisma.sql`phraseto_tsquery('simple', ${spaced(text)})`

/** One term as a tsquery over stemmed words, whether wanted or not; the last one typed may be the beginning of a word. */
export function stemmedTerm({ text, phrase }: SearchTerm, last: boolean): Prisma.Sql {
  const whole = Prisma.sql`phraseto_tsquery('english', ${spaced(text)})`
  if (!last || phrase || !BEGINNING.test(spaced(text))) return whole
  return Prisma.sql`(${whole} || to_tsquery('simple', ${`${text}:*`}))`
}
