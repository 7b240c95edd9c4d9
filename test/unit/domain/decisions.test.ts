import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Decision, relationState, undoable } from '#domain/decisions.ts'
import { RELATION_KINDS, type RelationKind } from '#domain/vocabulary.ts'

const proposal = { kind: 'contradicts' as const, supersederId: null }

function decide(id: string, kind: RelationKind, supersederId: string | null = null): Decision {
  return { id, action: 'decide', kind, supersederId, by: 'ada', secondReader: false }
}

function undo(id: string, undoesId: string): Decision {
  return { id, action: 'undo', undoesId }
}

describe('what rules after these decisions', () => {
  const a = decide('a', 'agrees')
  const b = decide('b', 'supersedes', 'claim-2')
  const x = decide('x', 'unrelated')
  test.each<[string, Decision[], string, RelationKind, string | null]>([
    ['none', [], 'suggested', 'contradicts', null],
    ['one', [a], 'confirmed', 'agrees', 'a'],
    ['the last of two', [a, b], 'confirmed', 'supersedes', 'b'],
    ['the last of two, the other way round', [b, a], 'confirmed', 'agrees', 'a'],
    ['unrelated dismisses', [x], 'dismissed', 'unrelated', 'x'],
    ['a dismissed pair confirmed later', [x, a], 'confirmed', 'agrees', 'a'],
    ['a confirmed pair dismissed later', [a, x], 'dismissed', 'unrelated', 'x'],
    ['an undone one', [a, undo('u', 'a')], 'suggested', 'contradicts', null],
    ['the one before an undone one', [a, b, undo('u', 'b')], 'confirmed', 'agrees', 'a'],
    ['undone out of order', [a, b, undo('u', 'a')], 'confirmed', 'supersedes', 'b'],
    ['undone twice', [a, b, undo('u', 'b'), undo('v', 'b')], 'confirmed', 'agrees', 'a'],
    ['an unknown one undone', [a, undo('u', 'nobody')], 'confirmed', 'agrees', 'a'],
    ['an undo undone', [a, undo('u', 'a'), undo('v', 'u')], 'suggested', 'contradicts', null],
    ['undone before it was made', [undo('u', 'a'), a], 'confirmed', 'agrees', 'a'],
    ['decided again after an undo', [a, undo('u', 'a'), x], 'dismissed', 'unrelated', 'x'],
    ['a line read twice', [a, undo('u', 'a'), a], 'suggested', 'contradicts', null],
  ])('%s', (_name, decisions, state, kind, decidingId) => {
    const standing = relationState(proposal, decisions)
    expect(standing).toMatchObject({ state, kind, decidingId })
    expect(undoable(decisions)).toBe(decidingId)
  })

  test('the later claim comes from the decision, or from the proposal', () => {
    const supersedes = { kind: 'supersedes' as const, supersederId: 'claim-1' }
    expect(relationState(supersedes, []).supersederId).toBe('claim-1')
    expect(relationState(supersedes, [b]).supersederId).toBe('claim-2')
    expect(relationState(supersedes, [a]).supersederId).toBeNull()
  })
})

/** Any record: undo may name an earlier, a later, an unknown or an undone decision, or another undo. */
const anyRecord = fc
  .array(fc.tuple(fc.constantFrom(...RELATION_KINDS), fc.boolean(), fc.nat(12)), { maxLength: 12 })
  .map(rows =>
    rows.map(([kind, isUndo, target], index) =>
      isUndo ? undo(`${index}`, `${target}`) : decide(`${index}`, kind),
    ),
  )

test('taking back everything leads back to the proposal', () => {
  fc.assert(
    fc.property(anyRecord, record => {
      const log = [...record]
      let steps = 0
      for (let id = undoable(log); id !== null; id = undoable(log)) log.push(undo(`z${steps++}`, id))
      expect(steps).toBeLessThanOrEqual(record.length)
      expect(relationState(proposal, log)).toEqual({
        state: 'suggested',
        ...proposal,
        decidingId: null,
        awaits: null,
      })
    }),
  )
})

test('a verdict and its undo leave things as they were', () => {
  fc.assert(
    fc.property(anyRecord, fc.constantFrom(...RELATION_KINDS), (record, kind) => {
      const before = relationState(proposal, record)
      const decided = [...record, decide('new', kind)]
      expect(relationState(proposal, decided)).toMatchObject({ kind, decidingId: 'new' })
      expect(relationState(proposal, [...decided, undo('back', 'new')])).toEqual(before)
    }),
  )
})

test('the same record replayed gives the same state, and nothing is written to it', () => {
  fc.assert(
    fc.property(anyRecord, record => {
      const frozen = Object.freeze(structuredClone(record))
      expect(relationState(proposal, frozen)).toEqual(relationState(proposal, record))
      expect(relationState(proposal, frozen).decidingId).toBe(undoable(record))
    }),
  )
})

test('10,000 decisions and as many undos', () => {
  const log = Array.from({ length: 10_000 }, (_, index) => decide(`${index}`, 'agrees'))
  const undone = [...log, ...log.slice(1).map((decision, index) => undo(`u${index}`, decision.id))]
  expect(relationState(proposal, undone).decidingId).toBe('0')
})

/** Verdicts in short: `a contradicts`, or `-` for the undo of the last one that stands. */
function recordOf(line: string, secondReader = true): Decision[] {
  const decisions: Decision[] = []
  for (const [index, word] of line.split(', ').filter(Boolean).entries()) {
    if (word === '-') {
      decisions.push(undo(`${index}`, undoable(decisions) ?? ''))
      continue
    }
    const [by = '', kind = ''] = word.split(' ')
    const known = RELATION_KINDS.find(one => one === kind) ?? 'contradicts'
    decisions.push({ ...decide(`${index}`, known), by, secondReader } as Decision)
  }
  return decisions
}

describe('with second readers required', () => {
  test.each([
    ['', 'suggested', 'contradicts', null],
    ['a contradicts', 'suggested', 'contradicts', 'second'],
    ['a contradicts, a contradicts', 'suggested', 'contradicts', 'second'],
    ['a contradicts, b contradicts', 'confirmed', 'contradicts', null],
    ['a contradicts, b agrees', 'suggested', 'contradicts', 'third'],
    ['a contradicts, b unrelated', 'suggested', 'contradicts', 'third'],
    ['a contradicts, b agrees, c contradicts', 'confirmed', 'contradicts', null],
    ['a contradicts, b agrees, c agrees', 'confirmed', 'agrees', null],
    ['a contradicts, b agrees, c unrelated', 'dismissed', 'unrelated', null],
    ['a contradicts, b agrees, b contradicts', 'confirmed', 'contradicts', null],
    ['a contradicts, b agrees, a agrees', 'confirmed', 'agrees', null],
    ['a agrees', 'confirmed', 'agrees', null],
    ['a unrelated', 'dismissed', 'unrelated', null],
    ['a agrees, b unrelated', 'dismissed', 'unrelated', null],
    ['a agrees, b contradicts', 'suggested', 'contradicts', 'third'],
    ['a agrees, b contradicts, c contradicts', 'confirmed', 'contradicts', null],
    ['a agrees, b contradicts, c agrees', 'confirmed', 'agrees', null],
    ['a agrees, b unrelated, c contradicts', 'suggested', 'contradicts', 'third'],
    ['a contradicts, b contradicts, a agrees', 'suggested', 'contradicts', 'third'],
    ['a contradicts, b contradicts, c agrees', 'confirmed', 'agrees', null],
    ['a contradicts, -', 'suggested', 'contradicts', null],
    ['a contradicts, b contradicts, -', 'suggested', 'contradicts', 'second'],
    ['a contradicts, b agrees, -', 'suggested', 'contradicts', 'second'],
    ['a contradicts, b agrees, c agrees, -', 'suggested', 'contradicts', 'third'],
    ['a contradicts, -, b contradicts', 'suggested', 'contradicts', 'second'],
  ] as const)('%s', (line, state, kind, awaits) => {
    const standing = relationState(proposal, recordOf(line))
    expect(standing).toMatchObject({ state, kind, awaits })
    expect(standing.decidingId === null).toBe(state === 'suggested')
  })

  test('while they were not required the last verdict rules, and those made then stay as they are', () => {
    const off = recordOf('a contradicts', false)
    expect(relationState(proposal, off)).toMatchObject({ state: 'confirmed', awaits: null })
    const [second] = recordOf('b contradicts').map(decision => ({ ...decision, id: 'second' }))
    expect(second && relationState(proposal, [...off, second])).toMatchObject({ state: 'confirmed' })
    const [waiting] = recordOf('a contradicts').map(decision => ({ ...decision, id: 'waiting' }))
    const [later] = recordOf('b agrees', false)
    expect(waiting && later && relationState(proposal, [waiting, later])).toMatchObject({
      state: 'confirmed',
      kind: 'agrees',
    })
  })

  test('a contradiction is never confirmed by less than two editors', () => {
    const anyLine = fc.array(
      fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.constantFrom(...RELATION_KINDS), fc.boolean()),
      { maxLength: 10 },
    )
    fc.assert(
      fc.property(anyLine, steps => {
        const line = steps.map(([by, kind, undone]) => (undone ? '-' : `${by} ${kind}`)).join(', ')
        const decisions = recordOf(line)
        const { state, kind, awaits } = relationState({ ...proposal, kind: 'agrees' }, decisions)
        expect(awaits === null || state === 'suggested').toBe(true)
        if (state !== 'confirmed' || kind !== 'contradicts') return
        const finders = decisions.flatMap(one =>
          one.action === 'decide' && one.kind === 'contradicts' ? [one.by] : [],
        )
        expect(new Set(finders).size).toBeGreaterThanOrEqual(2)
      }),
    )
  })
})
