import { describe, expect, test } from 'vitest'
import { suggestSpeakers } from '../../../../web/features/claiming/speaker.ts'
import { marked } from './marked.ts'

const first = (passage: string) => {
  const { text, start, end } = marked(passage)
  const [speaker] = suggestSpeakers(text, start, end)
  return speaker ? [speaker.name, speaker.role, speaker.kind] : null
}

describe('who said it', () => {
  test.each([
    ['⟦“The bridge is closed,”⟧ Ann Lee said.', ['Ann Lee', '', 'person']],
    ['⟦“The bridge is closed,”⟧ said Ann Lee.', ['Ann Lee', '', 'person']],
    ['“⟦The bridge is closed⟧,” Ann Lee told reporters on Monday.', ['Ann Lee', '', 'person']],
    ['⟦“The bridge is closed.”⟧ Ann Lee said so twice.', ['Ann Lee', '', 'person']],
    ['"⟦The bridge is closed⟧," Ann Lee said.', ['Ann Lee', '', 'person']],
    ['Ann Lee said: "⟦The bridge is closed⟧."', ['Ann Lee', '', 'person']],
    ['“⟦It is a draft⟧, it was a mistake," Ann Lee said.', ['Ann Lee', '', 'person']],
    ['“It is a draft, ⟦it was a mistake⟧, it is gone," Ann Lee said.', ['Ann Lee', '', 'person']],
    ['Ann Lee said: “It is a draft. ⟦It was a mistake⟧. It is gone.”', ['Ann Lee', '', 'person']],
    ['“It is a draft. ⟦It was a mistake⟧. It is gone,” Ann Lee said.', ['Ann Lee', '', 'person']],
    ['Ann Lee said: ⟦“The bridge is closed.”⟧', ['Ann Lee', '', 'person']],
    ['Ann Lee later told the council that ⟦the bridge is closed⟧.', ['Ann Lee', '', 'person']],
    ['According to Ann Lee, ⟦the bridge is closed⟧.', ['Ann Lee', '', 'person']],
    [
      '⟦The bridge is closed⟧, according to the Transport Ministry.',
      ['Transport Ministry', '', 'organisation'],
    ],
    ['⟦Ann Lee denied that the bridge is closed.⟧', ['Ann Lee', '', 'person']],
    [
      '⟦“It was a mistake,”⟧ Gen Mark Milley, Chairman of the Joint Chiefs of Staff told reporters.',
      ['Mark Milley', 'Chairman of the Joint Chiefs of Staff', 'person'],
    ],
    ['⟦“It is shut,”⟧ said Transport Minister Ann Lee.', ['Ann Lee', 'Transport Minister', 'person']],
    [
      '⟦“It is shut,”⟧ said Gen. William H. Seely III, a commander.',
      ['William H. Seely III', 'a commander', 'person'],
    ],
    ['⟦“It is shut,”⟧ Mr. Lee said.', ['Lee', '', 'person']],
    ['But Ludwig van Beethoven said ⟦it is shut⟧.', ['Ludwig van Beethoven', '', 'person']],
    ['On Monday Ursula von der Leyen said ⟦it is shut⟧.', ['Ursula von der Leyen', '', 'person']],
    ["⟦“It is shut,”⟧ Sinéad O'Connor added.", ["Sinéad O'Connor", '', 'person']],
    ['⟦AFP confirmed that it is shut.⟧', ['AFP', '', 'organisation']],
    ['It opened in Iraq. ⟦AFP later confirmed that it is shut.⟧', ['AFP', '', 'organisation']],
    ['A senior US official told the paper ⟦there is no change⟧.', ['Senior US official', '', 'person']],
    ['The defence ministry said ⟦there is no change⟧.', ['Defence ministry', '', 'organisation']],
    [
      'Ann Lee came early. She spoke. Bob Roe said little. ⟦“It is shut,”⟧ he said.',
      ['Bob Roe', '', 'person'],
    ],
    ['“It opened,” Ann Lee said.\n\n⟦“It is shut,”⟧ she added.', ['Ann Lee', '', 'person']],
    ['Mayor Ann Lee spoke first.\n\n⟦“It is shut,”⟧ Lee said.', ['Ann Lee', '', 'person']],
    [
      'Ann Lee said it opened. “Bob Roe said so,” the paper wrote. Cy Poe said: ⟦“It is shut.”⟧',
      ['Cy Poe', '', 'person'],
    ],
    ['⟦The bridge is closed.⟧', null],
    ['The letter came. It read: ⟦“The bridge is closed.”⟧', null],
    ['Monday was cold. ⟦The bridge is closed.⟧', null],
  ])('%s', (passage, expected) => {
    expect(first(passage)).toEqual(expected)
  })
})

test('more than one is offered, the nearest first, each once', () => {
  const { text, start, end } = marked(
    'Ann Lee said that Bob Roe told her ⟦the bridge is closed⟧, Ann Lee confirmed.',
  )
  expect(suggestSpeakers(text, start, end).map(({ name }) => name)).toEqual(['Ann Lee', 'Bob Roe'])
})

test('a long text without anybody takes no time to speak of', () => {
  const text = 'Aa Bb, '.repeat(20_000)
  expect(suggestSpeakers(text, 70_000, 70_010)).toEqual([])
})
