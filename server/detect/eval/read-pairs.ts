import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

export const LABELS = ['contradiction', 'entailment', 'neutral'] as const
export type Label = (typeof LABELS)[number]

/** Whether a text is one of the three labels. */
export function isLabel(text: string): text is Label {
  return (LABELS as readonly string[]).includes(text)
}
export type LabelledPair = { a: string; b: string; label: Label }
export type BadLine = {
  line: number
  field: 'columns' | 'statementA' | 'statementB' | 'label'
  message: string
}

/** The text of a file, unpacked when its name ends in .gz. */
export function readText(file: string): string {
  const bytes = readFileSync(file)
  return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
}

/** Lines "statementA<TAB>statementB<TAB>label"; every line that is not one is told with its number and field. */
export function readPairs(text: string): { pairs: LabelledPair[]; bad: BadLine[] } {
  const pairs: LabelledPair[] = []
  const bad: BadLine[] = []
  for (const [index, raw] of text.split('\n').entries()) {
    const content = raw.replace(/\r$/, '')
    if (content === '') continue
    const line = index + 1
    const [a = '', b = '', label = '', ...more] = content.split('\t')
    if (more.length > 0 || content.split('\t').length < 3)
      bad.push({ line, field: 'columns', message: `expected 3 columns, found ${content.split('\t').length}` })
    else if (a.trim() === '') bad.push({ line, field: 'statementA', message: 'is empty' })
    else if (b.trim() === '') bad.push({ line, field: 'statementB', message: 'is empty' })
    else if (!isLabel(label))
      bad.push({ line, field: 'label', message: `"${label}" is none of ${LABELS.join(', ')}` })
    else pairs.push({ a, b, label })
  }
  return { pairs, bad }
}
