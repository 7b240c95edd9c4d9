import { describe, expect, test } from 'vitest'
import type { Finding } from '#contract/checks.ts'
import type { Unchecked } from '#domain/sentences.ts'
import {
  type SentenceFound,
  sayFound,
  sayUnchecked,
  summarize,
} from '../../../../web/features/checking/findings.ts'

const findings = (ids: string): Finding[] =>
  ids.split('').map(claimId => ({
    claimId,
    claimVersion: 1,
    kind: 'contradicts',
    contradicts: 1,
    agrees: 0,
    reasons: [],
  }))

/** A sentence that conflicts with and repeats claims, one letter each. */
const sentence = (conflicts = '', repeats = '', unchecked: Unchecked | null = null): SentenceFound => ({
  start: 0,
  end: 1,
  unchecked,
  conflicts: findings(conflicts),
  repeats: findings(repeats),
  pending: false,
})

describe('a draft in one line', () => {
  test.each([
    [[sentence()], 'The one sentence conflicts with nothing that is stored.'],
    [[sentence(), sentence()], 'None of 2 sentences conflicts with what is stored.'],
    [[sentence('a')], '1 of 1 sentence conflicts with 1 claim.'],
    [[sentence('ab'), sentence('b'), sentence()], '2 of 3 sentences conflict with 2 claims.'],
    [
      [sentence('a', 'b'), sentence('', 'bc')],
      '1 of 2 sentences conflicts with 1 claim; 1 repeats 2 claims.',
    ],
    [
      [sentence('', 'a'), sentence('', 'a')],
      'None of 2 sentences conflicts with what is stored; 2 repeat 1 claim.',
    ],
  ])('%#', (sentences, said) => {
    expect(summarize(sentences)).toBe(said)
  })
})

test.each([
  [[sentence()], ''],
  [[sentence('', '', 'question')], '1 was not compared: 1 question.'],
  [
    [sentence('', '', 'heading'), sentence('', '', 'short'), sentence('', '', 'heading')],
    '3 were not compared: 1 too short, 2 headings.',
  ],
])('what was left out: %#', (sentences, said) => {
  expect(sayUnchecked(sentences)).toBe(said)
})

test.each([
  ['a', '', 'Conflicts with 1 claim'],
  ['ab', '', 'Conflicts with 2 claims'],
  ['', 'abc', 'Repeats 3 claims'],
  ['ab', 'c', 'Conflicts with 2 claims, repeats 1'],
])('a sentence that conflicts with “%s” and repeats “%s”', (conflicts, repeats, said) => {
  expect(sayFound(sentence(conflicts, repeats))).toBe(said)
})
