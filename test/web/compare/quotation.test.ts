import { expect, test } from 'vitest'
import { dressQuote } from '../../../web/compare/quotation.ts'

/** Context in brackets, the dressed quote between bars. */
const dressed = (before: string, exact: string, after: string) => {
  const quote = dressQuote(before, exact, after)
  return `[${quote.before}]|${quote.open}${exact}${quote.close}|[${quote.after}]`
}

test.each([
  ['no marks around it', 'He said that ', 'nothing changed', '.', '[He said that ]|“nothing changed”|[.]'],
  [
    'straight marks',
    'He said: "',
    'Nothing changed.',
    '" He left.',
    '[He said: ]|"Nothing changed."|[ He left.]',
  ],
  ['curly marks', 'He said: “', 'Nothing changed', '.” Then', '[He said: ]|“Nothing changed.”|[ Then]'],
  ['guillemets', 'Il dit : «', 'Rien', '»', '[Il dit : ]|«Rien»|[]'],
  ['single marks', 'called it ‘', 'a mistake', '’.', '[called it ]|‘a mistake’|[.]'],
  [
    'the start of a longer quotation',
    'He said: "',
    'Nothing',
    ' changed."',
    '[He said: "]|‘Nothing’|[ changed."]',
  ],
  ['an apostrophe before it', 'the Americans’ ', 'plan', ' failed', '[the Americans’ ]|“plan”|[ failed]'],
  ['an apostrophe that ends a word', "the Americans'", ' plan', '', "[the Americans']|“ plan”|[]"],
  [
    'marks of its own',
    'He said ',
    '“Nothing changed.”',
    ' and left',
    '[He said ]|“Nothing changed.”|[ and left]',
  ],
  ['nothing at all around it', '', 'Nothing', '', '[]|“Nothing”|[]'],
])('a quote with %s is dressed once', (_what, before, exact, after, expected) => {
  expect(dressed(before, exact, after)).toBe(expected)
})
