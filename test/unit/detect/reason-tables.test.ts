import { describe, expect, test } from 'vitest'
import type { ReasonType } from '#domain/vocabulary.ts'
import { analyse } from '../../../server/detect/analyse.ts'
import { type Comparison, compare } from '../../../server/detect/compare.ts'
import { ACTOR, DATE, EXCLUSIVITY, PLACE, QUANTITY } from './pairs-facts.ts'
import { ATTRIBUTION, DEFINITION } from './pairs-measures.ts'
import { ANTONYM, DENIAL, MODALITY, NEGATION } from './pairs-polarity.ts'
import { STATES } from './pairs-states.ts'

type Row = { conflict: boolean; a: string; b: string; spanA: string; spanB: string }

function readTable(table: string): Row[] {
  return table
    .trim()
    .split('\n')
    .map(line => {
      const [mark = '', a = '', b = '', spanA = '', spanB = ''] = line.split('|').map(column => column.trim())
      return { conflict: mark === 'C', a, b, spanA, spanB }
    })
}

function overlaps(text: string, span: string, start: number, end: number): boolean {
  const at = text.indexOf(span)
  return at >= 0 && start < at + span.length && at < end
}

const TABLES: [ReasonType, Row[]][] = [
  ['negation', readTable(NEGATION)],
  ['denial', readTable(DENIAL)],
  ['antonym', readTable(ANTONYM)],
  ['quantity', readTable(QUANTITY)],
  ['date', readTable(DATE)],
  ['place', readTable(PLACE)],
  ['actor', readTable(ACTOR)],
  ['exclusivity', readTable(EXCLUSIVITY)],
  ['modality', readTable(MODALITY)],
  ['attribution', readTable(ATTRIBUTION)],
  ['definition', readTable(DEFINITION)],
  ['antonym', readTable(STATES)],
]

const read = ({ a, b }: Row): Comparison => compare(analyse(a), analyse(b))

describe.each(TABLES)('%s', (type, rows) => {
  test('has at least 25 pairs', () => {
    expect(rows.length).toBeGreaterThanOrEqual(25)
  })

  test.each(rows.filter(row => row.conflict))('$a ↔ $b', row => {
    const found = read(row).reasons.filter(reason => reason.type === type)
    expect(
      found.some(
        reason =>
          overlaps(row.a, row.spanA, reason.aStart, reason.aEnd) &&
          overlaps(row.b, row.spanB, reason.bStart, reason.bEnd),
      ),
      JSON.stringify(read(row).reasons),
    ).toBe(true)
  })

  test.each(rows.filter(row => !row.conflict))('no conflict: $a ↔ $b', row => {
    const { flagged, reasons } = read(row)
    expect(flagged, JSON.stringify(reasons)).toBe(false)
  })
})
