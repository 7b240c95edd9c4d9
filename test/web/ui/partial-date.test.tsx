import { screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState } from 'react'
import { expect, test } from 'vitest'
import { PartialDateField, PartialDateText } from '../../../web/ui/partial-date.tsx'
import { renderPage } from '../../support/web-page.tsx'

function Typing() {
  const [value, setValue] = useState('')
  return <PartialDateField label="Said" value={value} onChange={setValue} />
}

test('what a date means is shown while it is typed', async () => {
  renderPage(<Typing />)
  await userEvent.type(screen.getByLabelText('Said'), '2020-01-06')
  expect(screen.getByText('= 6 January 2020')).toBeTruthy()
})

test('a date that does not exist is said to be wrong, and the field is marked so', async () => {
  renderPage(<Typing />)
  const field = screen.getByLabelText('Said')
  await userEvent.type(field, '2020-02-30')
  expect(field.getAttribute('aria-invalid')).toBe('true')
  expect(screen.getByText(/There is no 30 February 2020/)).toBeTruthy()
})

test('an empty field is no mistake', () => {
  renderPage(<Typing />)
  expect(screen.getByLabelText('Said').getAttribute('aria-invalid')).not.toBe('true')
})

test.each([
  [{ edtf: '2020-01' }, 'January 2020'],
  ['2020-01-06', '6 January 2020'],
  [null, 'date unknown'],
])('%j reads as %s', (value, words) => {
  renderPage(<PartialDateText value={value} />)
  expect(screen.getByText(words)).toBeTruthy()
})
