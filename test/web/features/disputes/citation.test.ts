import { expect, test } from 'vitest'
import { citeDispute } from '../../../../web/features/disputes/citation.ts'
import { appearanceOf, claimOf, date, disputeOf } from '../../../support/dispute-page.ts'

const dispute = disputeOf(
  {
    'Yes: *really*': [
      claimOf(1, {
        speaker: 'Mark Esper',
        said: '2020-01-06',
        statement: 'A < B & C',
        appearances: [
          appearanceOf(1, {
            quote: 'There has been\nno decision.',
            title: 'He said "no"',
            outlet: 'The Paper',
            url: 'https://paper.example/a?b=1',
            published: date('2020-01-07'),
          }),
        ],
      }),
    ],
    No: [claimOf(2, { appearances: [appearanceOf(2, { outlet: null })] })],
  },
  { question: 'Is it so?' },
)
const cite = (format: 'plain' | 'markdown' | 'html') =>
  citeDispute(dispute, { url: 'https://claims.example/disputes/is-it-so', accessed: '2026-11-25', format })

const LINK = 'https://paper.example/a?b=1#:~:text=There%20has%20been,no%20decision.'

test('the citation as plain text', () => {
  expect(
    cite('plain'),
  ).toBe(`“Is it so?” Counterclaim. https://claims.example/disputes/is-it-so (accessed 25 November 2026).

A. Yes: *really*
– Mark Esper, 6 January 2020: A < B & C “There has been no decision.” (The Paper, He said "no", ${LINK}, 7 January 2020).

B. No
– Speaker 2: Statement 2 “the quote” (Source 2).`)
})

test('the citation as Markdown means the same, with its signs escaped', () => {
  expect(
    cite('markdown'),
  ).toBe(`**“Is it so?”** Counterclaim. <https://claims.example/disputes/is-it-so> (accessed 25 November 2026).

**A. Yes: \\*really\\***

- Mark Esper, 6 January 2020: A \\< B \\& C “There has been no decision.” (The Paper, [He said "no"](<${LINK}>), 7 January 2020).

**B. No**

- Speaker 2: Statement 2 “the quote” (Source 2).`)
})

test('the citation as HTML holds no markup but its own', () => {
  const url = 'https://claims.example/disputes/is-it-so'
  expect(
    cite('html'),
  ).toBe(`<p><strong>“Is it so?”</strong> Counterclaim. <a href="${url}">${url}</a> (accessed 25 November 2026).</p>
<p><strong>A. Yes: *really*</strong></p>
<ul>
  <li>Mark Esper, 6 January 2020: A &lt; B &amp; C “There has been no decision.” (The Paper, <a href="${LINK}">He said &quot;no&quot;</a>, 7 January 2020).</li>
</ul>
<p><strong>B. No</strong></p>
<ul>
  <li>Speaker 2: Statement 2 “the quote” (Source 2).</li>
</ul>`)
})

test('a passage of a paged document is cited with its page', () => {
  const appearance = appearanceOf(1, { outlet: 'The Council', published: date('2024') })
  const paged = { ...appearance, quote: { ...appearance.quote, page: 12 } }
  const point = disputeOf({ Yes: [claimOf(1, { appearances: [paged] })] })
  expect(
    citeDispute(point, { url: 'https://claims.example/d', accessed: '2026-11-25', format: 'plain' }),
  ).toContain('(The Council, Source 1, 2024, p. 12).')
})
