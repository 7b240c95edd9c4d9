import { describe, expect, test } from 'vitest'
import { analyse } from '../../../server/detect/analyse.ts'
import { compare } from '../../../server/detect/compare.ts'

/** The quantities of a statement as "words: from–to dimension head". */
function amountsOf(statement: string): string[] {
  const { quantities, text, start, end } = analyse(statement)
  return quantities.map(({ from, to, low, high, dimension, head }) => {
    const words = text.slice(start[from], end[to - 1])
    return `${words}: ${low ?? ''}–${high ?? ''} ${dimension} ${head}`.trim()
  })
}

describe('amounts that are told in words', () => {
  test.each([
    ['Nobody was hurt.', 'Nobody: 0–0 count person'],
    ['No one was hurt.', 'No one: 0–0 count person'],
    ['No shots were fired.', 'No: 0–0 count shot'],
    ['Not a single house burned.', 'Not a single: 0–0 count house'],
    ['It was adopted without a single vote.', 'without a single: 0–0 count vote'],
    ['None of the sheep carried the virus.', 'None: 0–0 count sheep'],
    ['All six sites were visited.', 'All: 100–100 percent site'],
    ['Every one of the 18 members came.', 'Every one of: 100–100 percent member'],
    ['Both pandas gave birth.', 'Both: 2–2 count panda'],
    ['The vote was unanimous.', 'unanimous: 100–100 percent vote'],
    ['Almost all houses burned.', 'Almost all: 75–100 percent house'],
    ['Not all houses burned.', 'Not all: –100 percent house'],
    ['Most schools reopened.', 'Most: 50– percent school'],
    ['The vast majority of guards obeyed.', 'vast majority: 60– percent guard'],
    ['Few of the icons were recovered.', 'Few: –35 percent icon'],
    ['Hardly any guards obeyed.', 'Hardly any: –20 percent guard'],
    [
      'Two of the six sites were visited.',
      'Two of the six: 33.333333333333336–33.333333333333336 percent site',
    ],
    ['Nine soldiers in ten cast a ballot.', 'Nine soldiers in ten: 90–90 percent soldier'],
    ['All but two of the 10 climbers survived.', 'two of the 10: 80–80 percent climber'],
    ['The price fell by a fifth.', 'fifth: 20–20 percent'],
    ['A trio of suspects was charged.', 'trio: 3–3 count suspect'],
    ['Prices were unchanged in July.', 'unchanged: 0–0 percent'],
    ['The player came for nothing.', 'for nothing: 0–0 money'],
    ['Not one penny was paid.', 'Not one penny: 0–0 money'],
    ['They were found within hours.', 'within hours: –86400 duration'],
    ['The tribunal sat for 31 full sitting days.', '31 full sitting days: 2678400–2678400 duration'],
    ['The gang took £2m from the bank.', '£2m: 2000000–2000000 money'],
    ['The gang took £2m.', '£2m.: 2000000–2000000 money'],
    ['It cost 4 million dirhams.', '4 million dirhams: 4000000–4000000 money'],
    [
      'The tower sold for 410 million Singapore dollars.',
      '410 million Singapore dollars: 410000000–410000000 money',
    ],
  ])('%s', (statement, amount) => {
    expect(amountsOf(statement)).toContain(amount)
  })

  test.each([
    ['At all times the door was shut.', 'all'],
    ['The most expensive house was sold.', 'most'],
    ['A few houses burned.', 'few'],
    ['In all, the visit went well.', 'all'],
  ])('%s counts nothing', (statement, word) => {
    expect(amountsOf(statement).filter(amount => amount.startsWith(word))).toEqual([])
  })
})

describe('are compared with numbers', () => {
  test.each([
    ['Not a single house burned in Lauter.', 'Eleven houses burned in Lauter.'],
    [
      'Most schools in the valley of Lumë reopened on Monday.',
      'Just six of the 42 schools in the valley of Lumë reopened on Monday.',
    ],
    [
      'All six declared sites were visited by the team.',
      'Two of the six declared sites were visited by the team.',
    ],
    [
      'The strike at Bolvedere Rail lasted six hours.',
      'The strike at Bolvedere Rail lasted three full days.',
    ],
    ['No one was killed by the tremor on Flores.', 'Four people were killed by the tremor on Flores.'],
  ])('%s ≠ %s', (a, b) => {
    expect(compare(analyse(a), analyse(b)).reasons.map(({ type }) => type)).toContain('quantity')
  })

  test.each([
    ['Most schools in the valley reopened.', 'Three quarters of the schools in the valley reopened.'],
    ['Few of the icons were recovered.', 'One in ten of the icons was recovered.'],
    ['Nobody was hurt in the fire at the mill.', 'The fire at the mill hurt nobody.'],
  ])('%s agrees with %s', (a, b) => {
    expect(compare(analyse(a), analyse(b)).reasons.map(({ type }) => type)).not.toContain('quantity')
  })
})
