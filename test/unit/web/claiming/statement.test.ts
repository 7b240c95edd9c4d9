import { expect, test } from 'vitest'
import { statementOf } from '../../../../web/features/claiming/statement.ts'

test.each([
  ['The bridge is closed.', 'The bridge is closed.'],
  ['  The bridge\nis   closed. ', 'The bridge is closed.'],
  ['“It was a mistake,”', 'It was a mistake'],
  ['“The bridge is closed.”', 'The bridge is closed.'],
  ['"The bridge is closed,"', 'The bridge is closed'],
  ['„Die Brücke ist zu.“', 'Die Brücke ist zu.'],
  ['«Le pont est fermé»', 'Le pont est fermé'],
  ['“The bridge is closed', 'The bridge is closed'],
  ['the bridge is closed”', 'the bridge is closed'],
  ['the bridge is closed,"', 'the bridge is closed'],
  ['“That letter is a draft, it was a mistake,"', 'That letter is a draft, it was a mistake'],
  ['She called it a “draft”', 'She called it a “draft”'],
  ['“Yes,” she said, “it is closed”', '“Yes,” she said, “it is closed”'],
  ["'a mistake'", 'a mistake'],
  ["the troops'", "the troops'"],
  ["There's been no decision", "There's been no decision"],
  ["'There's no decision'", "There's no decision"],
  ['5,000 troops –', '5,000 troops'],
  ['Is it closed?', 'Is it closed?'],
])('%s → %s', (words, statement) => {
  expect(statementOf(words)).toBe(statement)
})
