import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { analyse } from '../../../server/detect/analyse.ts'
import { buildStates } from '../../../server/detect/lexicon/build-states.ts'
import { pack } from '../../../server/detect/lexicon/container.ts'
import { parseFrames, readFrames } from '../../../server/detect/lexicon/read-states.ts'
import { unpackStates } from '../../../server/detect/text/states.ts'

const frames = readFrames()

describe('the lexicon of states', () => {
  test('is what the weights were built from', () => {
    const built = pack(buildStates(frames))
    const kept = readFileSync(new URL('../../../server/detect/weights/states.bin', import.meta.url))
    expect(Buffer.compare(Buffer.from(built), kept)).toBe(0)
  })

  test('has two to seven states in each frame, and no phrase in two of them', () => {
    for (const { name, states } of frames) {
      expect(states.length, name).toBeGreaterThanOrEqual(2)
      expect(states.length, name).toBeLessThanOrEqual(7)
      const phrases = states.flatMap(state => state.phrases)
      expect(new Set(phrases).size, name).toBe(phrases.length)
    }
  })

  test.each([
    ['a head without a mark', 'custody whether held\nheld: in jail'],
    ['a state without phrases', 'custody ~ whether held\nheld'],
  ])('%s is refused, with its line', (_, text) => {
    expect(() => parseFrames(text, 'a.txt')).toThrow(/^a\.txt, line \d/)
  })
})

/** The answers a statement gives, as "frame: state", with "not" before those within a negation. */
function answersOf(statement: string): string[] {
  return unpackStates(analyse(statement).states).map(({ frame, state, sign }) => {
    const { name, states } = frames[frame]!
    return `${sign < 0 ? 'not ' : ''}${name}: ${states[state]!.name}`
  })
}

describe('a phrase is found', () => {
  test.each([
    ['as it is written', 'The council granted permission.', 'permission: granted'],
    ['in the passive', 'Permission for the tower was refused.', 'permission: refused'],
    ['with words in between', 'They threw the whole plan out.', 'permission: refused'],
    ['within a negation', 'The council did not grant permission.', 'not permission: granted'],
    ['negated in its middle', 'The council granted no permission.', 'not permission: granted'],
    ['with a negation of its own', 'There were no survivors.', 'survivors: none'],
  ])('%s', (_, statement, answer) => {
    expect(answersOf(statement)).toContain(answer)
  })

  test.each([
    ['across two clauses', 'The council granted, but permission came late.', 'permission: granted'],
    ['in a word that is another part of speech', 'The doctor came.', 'image-genuine: altered'],
  ])('but not %s', (_, statement, answer) => {
    expect(answersOf(statement)).not.toContain(answer)
  })
})
