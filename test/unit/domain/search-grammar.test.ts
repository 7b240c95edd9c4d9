import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatSearch, parseSearch, SEARCH_FIELDS, type SearchQuery } from '#domain/search-grammar.ts'

/** A query in one line: words bare, phrases in brackets, what is excluded after a minus. */
function inShort({ terms, filters, before, after }: SearchQuery): string {
  return [
    ...terms.map(({ text, phrase, not }) => (not ? '-' : '') + (phrase ? `[${text}]` : text)),
    ...filters.map(({ field, value, not }) => `${not ? '-' : ''}${field}=${value}`),
    ...(before ? [`<${before}`] : []),
    ...(after ? [`>${after}`] : []),
  ].join(' | ')
}

describe('read without a problem', () => {
  test.each([
    ['', ''],
    [' \t\r\n ', ''],
    ['troops', 'troops'],
    ['US troops leave', 'US | troops | leave'],
    ['"no decision"', '[no decision]'],
    ['"no decision" -leave', '[no decision] | -leave'],
    ['-"not this"', '-[not this]'],
    ['“smart quotes” „low” «guillemets»', '[smart quotes] | [low] | [guillemets]'],
    ['-“smart not”', '-[smart not]'],
    ['"  spaces \r\n inside "', '[spaces inside]'],
    ['"a""b"', '[a] | [b]'],
    ['"a"b', '[a] | b'],
    ['""', ''],
    ['-""', ''],
    ['"one"', '[one]'],
    ['say"so', 'say"so'],
    ['5" nails', '5" | nails'],
    [String.raw`"he said \"no\" twice"`, '[he said "no" twice]'],
    [String.raw`"back\\slash \n"`, String.raw`[back\slash \n]`],
    ["don’t can't", "don’t | can't"],
    ['US-led well-known', 'US-led | well-known'],
    ['- a – b -', 'a | b'],
    ['--force', '--force'],
    ['… ?! &', ''],
    ['C++ 5% €5', 'C++ | 5% | €5'],
    ['🔥 -🔥', '🔥 | -🔥'],
    ['e\u0301te\u0301', 'e\u0301te\u0301'],
    ['قرار -"لا قرار"', 'قرار | -[لا قرار]'],
    ['a\u0000b', 'a | b'],
    ['speaker:Esper', 'speaker=Esper'],
    ['SPEAKER:Esper Outlet:AFP', 'speaker=Esper | outlet=AFP'],
    ['speaker:"Mark  Milley"', 'speaker=Mark Milley'],
    ['speaker:“Mark Milley”', 'speaker=Mark Milley'],
    [String.raw`speaker:"Dwayne \"The Rock\" Johnson"`, 'speaker=Dwayne "The Rock" Johnson'],
    ['-speaker:Esper', '-speaker=Esper'],
    ['-topic:"Iraq war"', '-topic=Iraq war'],
    ['topic:a topic:b', 'topic=a | topic=b'],
    ['speaker:a:b', 'speaker=a:b'],
    ['speaker:-x', 'speaker=-x'],
    ['outlet:https://x.org', 'outlet=https://x.org'],
    ['"speaker:Esper"', '[speaker:Esper]'],
    ['before:2020', '<2020-01-01'],
    ['after:2020', '>2020-12-31'],
    ['before:2020-01-06 after:2019-12', '<2020-01-06 | >2019-12-31'],
    ['before:"6 January 2020"', '<2020-01-06'],
    ['before:“January 2020”', '<2020-01-01'],
    ['after:202X', '>2029-12-31'],
    ['after:2020-02~', '>2020-02-29'],
    ['before:2020-01/2020-03 after:2019-01/2019-03', '<2020-01-01 | >2019-03-31'],
    ['before:2021 before:2020 after:2018 after:2019', '<2020-01-01 | >2019-12-31'],
    ['before:2020/..', '<2020-01-01'],
    ['https://x.org/a?b=c:d', 'https://x.org/a?b=c:d'],
    ['speaker://x', 'speaker://x'],
    ['12:30 1:1', '12:30 | 1:1'],
    ['he said: no', 'he | said: | no'],
    [':x ::', ':x'],
  ])('%j', (input, expected) => {
    const query = parseSearch(input)
    expect(query.problems).toEqual([])
    expect(inShort(query)).toBe(expected)
  })
})

describe('read with a problem', () => {
  test.each([
    ['"no decision', '[no decision]', 'This quote is not closed.', '"no decision'],
    ['leave -“not', 'leave | -[not]', 'This quote is not closed.', '-“not'],
    ['leave "', 'leave', 'This quote is not closed.', '"'],
    [String.raw`"a\"`, '[a"]', 'This quote is not closed.', String.raw`"a\"`],
    ['speaker:"Mark', 'speaker=Mark', 'This quote is not closed.', 'speaker:"Mark'],
    ['foo:bar x', 'foo:bar | x', 'foo: is not a filter, so it counts as words.', 'foo:bar'],
    ['-foo:bar', '-foo:bar', 'foo: is not a filter', '-foo:bar'],
    ['a Foo:"bar baz"', 'a | [Foo:bar baz]', 'Foo: is not a filter', 'Foo:"bar baz"'],
    ['speaker: Esper', 'Esper', 'speaker: needs a name right after the colon', 'speaker:'],
    ['-outlet:""', '', 'outlet: needs a name', '-outlet:""'],
    ['x before:', 'x', 'before: needs a date right after the colon, as before:2020-01.', 'before:'],
    ['before:soon x', 'x', '“soon” is not a date that can be read.', 'before:soon'],
    ['after:2021-02-30', '', 'There is no 30 February 2021', 'after:2021-02-30'],
    ['before:01/02/2020', '', '01/02/2020 can be two days.', 'before:01/02/2020'],
    ['-before:2020', '', 'before: cannot be turned round by a minus. Use after: instead.', '-before:2020'],
    ['-after:2020', '', 'after: cannot be turned round by a minus. Use before: instead.', '-after:2020'],
    ['after:2020/..', '', 'Nothing can be after “2020/..”.', 'after:2020/..'],
    ['before:../2020', '', 'Nothing can be before “../2020”.', 'before:../2020'],
    ['👩‍👩‍👧 before:x', '👩‍👩‍👧', '“x” is not a date', 'before:x'],
  ])('%j', (input, expected, message, where) => {
    const query = parseSearch(input)
    expect(inShort(query)).toBe(expected)
    expect(query.problems.map(problem => input.slice(problem.start, problem.end))).toEqual([where])
    expect(query.problems[0]?.message).toContain(message)
  })

  test('all problems are named, in order', () => {
    expect(parseSearch('before:x foo:bar "open').problems.map(problem => problem.start)).toEqual([0, 9, 17])
  })
})

describe('written as text', () => {
  test.each([
    ['  US   troops ', 'US troops'],
    ['“smart”  -«not»', '"smart" -"not"'],
    ['before:2020 SPEAKER:Esper troops', 'troops speaker:Esper before:2020-01-01'],
    ['after:2020 -outlet:"The  Post"', '-outlet:"The Post" after:2020-12-31'],
    ['"open', '"open"'],
    ['foo:"a b"', '"foo:a b"'],
    [String.raw`"a \"b\" \\"`, String.raw`"a \"b\" \\"`],
    ['', ''],
  ])('%j → %j', (input, expected) => {
    expect(formatSearch(parseSearch(input))).toBe(expected)
  })

  test.each([
    ['two words', '"two words"'],
    ['"quoted', String.raw`"\"quoted"`],
    ['-minus', '"-minus"'],
    ['speaker:x', '"speaker:x"'],
    ['foo:bar', 'foo:bar'],
  ])('the word %j as %s', (text, expected) => {
    const query = { terms: [{ text, phrase: false, not: false }], filters: [], before: null, after: null }
    expect(formatSearch(query)).toBe(expected)
  })
})

const pieces = fc.constantFrom(
  '"',
  '“',
  '”',
  '-',
  ':',
  ' ',
  '\\',
  'speaker:',
  'before:2020',
  'after:',
  'x',
  'no',
  'é',
  '//',
  '🔥',
  '\n',
)
const anyInput = fc.oneof(
  fc.array(pieces, { maxLength: 30 }).map(list => list.join('')),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
)

test('what was read, written and read again is the same', () => {
  fc.assert(
    fc.property(anyInput, input => {
      const { problems, ...query } = parseSearch(input)
      const written = formatSearch(query)
      const { problems: _later, ...again } = parseSearch(written)
      expect(again).toEqual(query)
      expect(formatSearch(again)).toBe(written)
      for (const { start, end } of problems)
        expect(0 <= start && start < end && end <= input.length).toBe(true)
    }),
    { numRuns: 2000 },
  )
})

test('any names and phrases survive being written', () => {
  const words = fc
    .string({ unit: 'grapheme', minLength: 1 })
    .map(text => `a${text}`.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim())
  const filter = fc.record({ field: fc.constantFrom(...SEARCH_FIELDS), value: words, not: fc.boolean() })
  const phrase = fc.record({ text: words, phrase: fc.constant(true), not: fc.boolean() })
  fc.assert(
    fc.property(fc.array(phrase), fc.array(filter), (terms, filters) => {
      const query = { terms, filters, before: null, after: null }
      expect(parseSearch(formatSearch(query))).toEqual({ ...query, problems: [] })
    }),
  )
})

test.each(['"', '\\', '"\\', 'a:', '-', '“a', 'a ', 'speaker:"a', 'before:x ', '((((', '\u0301'])(
  '100,000 characters of %j',
  piece => {
    const query = parseSearch(piece.repeat(100_000 / piece.length))
    expect(parseSearch(formatSearch(query)).terms).toEqual(query.terms)
  },
)
