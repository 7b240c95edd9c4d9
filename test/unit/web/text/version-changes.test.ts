import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changesBetween, type VersionChange } from '../../../../web/text/version-changes.ts'

/** `=` a run of unchanged paragraphs; in a changed one `-…-` is what went and `+…+` what came. */
const written = (changes: readonly VersionChange[]) =>
  changes.map(change =>
    change.kind === 'same'
      ? `= ${change.paragraphs.join(' ¶ ')}`
      : change.parts
          .map(({ kind, text }) => (kind === 'same' ? text : kind === 'removed' ? `-${text}-` : `+${text}+`))
          .join(''),
  )

const without = (dropped: 'added' | 'removed', changes: readonly VersionChange[]) =>
  changes
    .flatMap(change =>
      change.kind === 'same'
        ? change.paragraphs
        : [
            change.parts
              .filter(({ kind }) => kind !== dropped)
              .map(({ text }) => text)
              .join(''),
          ],
    )
    .filter(text => text !== '')

const paragraphs = (text: string) => text.split(/\n{2,}/).filter(one => one !== '')

describe('what a newer version changed', () => {
  test.each([
    ['the same', 'One.\n\nTwo.', 'One.\n\nTwo.', ['= One. ¶ Two.']],
    ['a word', 'One.\n\nNo decision fell.', 'One.\n\nA decision fell.', ['= One.', '-No-+A+ decision fell.']],
    ['a paragraph more', 'One.', 'One.\n\nTwo.', ['= One.', '+Two.+']],
    ['a paragraph less', 'One.\n\nTwo.\n\nThree.', 'One.\n\nThree.', ['= One.', '-Two.-', '= Three.']],
    ['only space between paragraphs', 'One.\n\nTwo.', 'One.\n\n\n\nTwo.', ['= One. ¶ Two.']],
    ['from nothing', '', 'One.', ['+One.+']],
    ['to nothing', 'One.', '', ['-One.-']],
    ['words in a row', 'it is open now', 'it stays shut now', ['it -is open-+stays shut+ now']],
    ['a number', '5,000 troops', '750 troops', ['-5,000-+750+ troops']],
  ])('%s', (_what, older, newer, expected) => {
    expect(written(changesBetween(older, newer))).toEqual(expected)
  })

  const texts = fc
    .array(fc.array(fc.constantFrom('no', 'decision', '5,000', '😀', 'לא', 'é'), { maxLength: 6 }), {
      maxLength: 6,
    })
    .map(paragraphs => paragraphs.map(words => words.join(' ')).join('\n\n'))

  test('both versions can be read from it', () => {
    fc.assert(
      fc.property(texts, texts, (older, newer) => {
        const changes = changesBetween(older, newer)
        expect(without('added', changes)).toEqual(paragraphs(older))
        expect(without('removed', changes)).toEqual(paragraphs(newer))
      }),
    )
  })
})
