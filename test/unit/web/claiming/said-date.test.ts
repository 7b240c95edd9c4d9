import { expect, test } from 'vitest'
import { parsePartialDate } from '#domain/partial-date.ts'
import { suggestSaid } from '../../../../web/features/claiming/said-date.ts'
import { marked } from './marked.ts'

/** A Tuesday. */
const DAY = '2020-01-07'

test.each([
  ['⟦“It is shut,”⟧ Lee told reporters on Monday.', DAY, '2020-01-06', 'from “Monday” in the text'],
  ['"⟦It is shut⟧," Lee told reporters on Monday.', DAY, '2020-01-06', 'from “Monday” in the text'],
  ['⟦“It is shut,”⟧ Lee said on Tuesday.', DAY, '2020-01-07', 'from “Tuesday” in the text'],
  ['⟦“It is shut,”⟧ Lee said Wednesday.', DAY, '2020-01-01', 'from “Wednesday” in the text'],
  ['⟦“It is shut,”⟧ Lee said yesterday.', DAY, '2020-01-06', 'from “yesterday” in the text'],
  ['⟦“It is shut,”⟧ Lee said today.', DAY, '2020-01-07', 'from “today” in the text'],
  ['On Monday the minister said ⟦it is shut⟧.', DAY, '2020-01-06', 'from “Monday” in the text'],
  ['⟦“It is shut,”⟧ Lee said on 3 January 2019.', DAY, '2019-01-03', 'from “3 January 2019” in the text'],
  [
    '⟦Lee denied on January 6, 2020 that it is shut.⟧',
    DAY,
    '2020-01-06',
    'from “January 6, 2020” in the text',
  ],
  ['⟦“It is shut,”⟧ Lee said on 5 January.', DAY, '2020-01-05', 'from “5 January” in the text'],
  ['⟦“It is shut,”⟧ Lee said on December 30.', DAY, '2019-12-30', 'from “December 30” in the text'],
  ['⟦“It is shut,”⟧ Lee said on December 30.', null, null, null],
  ['⟦“It is shut,”⟧ Lee said on Monday.', '2020-01', '2020-01', 'as the source was published'],
  ['⟦“It is shut,”⟧ Lee said on Monday.', null, null, null],
  ['⟦“It is shut since Monday,”⟧ Lee said.', DAY, DAY, 'as the source was published'],
  [
    '⟦“It is shut,”⟧ Lee said of the strike that will begin next Monday.',
    DAY,
    DAY,
    'as the source was published',
  ],
  [
    '“It is shut,” Lee told reporters on Monday. He denied more.\n\n⟦“It was a mistake,”⟧ he said.',
    DAY,
    '2020-01-06',
    'from “Monday”, the day of what is said before it',
  ],
  [
    'On Monday Lee spoke.\n\nRoe said on Sunday it is open.\n\n⟦Lee denies it.⟧',
    DAY,
    '2020-01-05',
    'from “Sunday”, the day of what is said before it',
  ],
  ['Lee said so on Monday.\n\n⟦The bridge carries 5,000 cars.⟧', DAY, DAY, 'as the source was published'],
  ['“I said so on Monday,” Lee said.\n\n⟦“It is shut,”⟧ he said.', DAY, DAY, 'as the source was published'],
  [
    'Lee said so on Monday.\n\nOne.\n\nTwo.\n\nThree.\n\n⟦“It is shut,”⟧ he said.',
    DAY,
    DAY,
    'as the source was published',
  ],
  ['⟦It is shut⟧ after the killing on Friday.', DAY, DAY, 'as the source was published'],
  ['⟦It is shut.⟧', DAY, DAY, 'as the source was published'],
  ['⟦It is shut.⟧', '1954/1955', '1954/1955', 'as the source was published'],
  ['⟦It is shut.⟧', null, null, null],
])('%s, published %s → %s', (passage, published, value, why) => {
  const { text, start, end } = marked(passage)
  const reading = published === null ? null : parsePartialDate(published)
  const suggestion = suggestSaid(text, start, end, reading?.ok ? reading.value : null)
  expect(suggestion).toEqual(value === null ? null : { value, why })
})
