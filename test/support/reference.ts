import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { ENDPOINTS } from '#contract/registry.ts'
import manifest from '../../package.json' with { type: 'json' }
import { ENVIRONMENT } from '../../server/env.ts'
import { ROOT } from './source-tree.ts'

/** The parts of the documents that are written from the code: each stands between its two marks. */

const SCRIPTS: Readonly<Record<string, string>> = {
  start: 'Prepare what is missing, then serve API and screens on one port.',
  dev: 'The same, with the server restarting and the screens reloading as files change.',
  test: 'Everything that must pass, cheapest first; `npm test -- unit api` runs the named steps alone.',
  format: 'Rewrite every file in the one format.',
  lint: 'Look for mistakes, types included.',
  types: 'Check the types.',
  generate: 'Generate the database client from `prisma/schema.prisma`, when it has changed.',
  build: 'Build the screens into `dist/web`, when they have changed.',
  'build:extension':
    'Build the browser extension into `dist/extension/chromium` and `dist/extension/firefox`.',
  docs: 'Rewrite the generated tables of README.md and ARCHITECTURE.md.',
  picture: 'Take the picture in README.md from the running program.',
  seed: 'Fill the database: the example stories, or a large one to measure with.',
  bench: 'Measure the API, the database and the detector.',
  'eval:anchors': 'Measure how quotes are found again, on a file of texts and quotes.',
  'eval:anchor-corpus': 'Make such a file: edits of every kind, the same for the same seed.',
  'eval:pairs': 'Measure the detector on a file of labelled pairs.',
  'eval:written': 'Measure the detector on pairs that also say which words are disputed.',
  'detect:train': 'Train the detector anew and write its weights.',
  migration:
    '`npm run migration -- name` writes the SQL that takes the database to what `prisma/schema.prisma` says.',
}

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ').trim()

const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  return [line(heads), `|${heads.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n')
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete']

/** By noun, in the registry's order; within one by path, the reading before the writing. */
function endpoints(): string {
  const nouns = [...new Set(ENDPOINTS.map(({ noun }) => noun))]
  const sorted = ENDPOINTS.toSorted(
    (a, b) =>
      nouns.indexOf(a.noun) - nouns.indexOf(b.noun) ||
      a.endpoint.path.localeCompare(b.endpoint.path, 'en') ||
      METHODS.indexOf(a.endpoint.method) - METHODS.indexOf(b.endpoint.method),
  )
  const rows = sorted.map(({ endpoint: { method, path, access, summary } }) => [
    `\`${method.toUpperCase()} ${path}\``,
    access,
    summary,
  ])
  return table(['endpoint', 'for', 'what it does'], rows)
}

/** The comment above each variable, as server/env.ts says it. */
function describeVariables(): Map<string, string> {
  const text = fs.readFileSync(path.join(ROOT, 'server/env.ts'), 'utf8')
  return new Map(
    [...text.matchAll(/\/\*\* ([^*]+) \*\/\s+([A-Z_]+):/g)].map(([, says = '', name = '']) => [name, says]),
  )
}

function environment(): string {
  const says = describeVariables()
  const rows = Object.entries(ENVIRONMENT.shape).map(([name, schema]: [string, z.ZodType]) => {
    const { default: unset = '' } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
    const shown = typeof unset === 'string' ? unset : JSON.stringify(unset)
    return [`\`${name}\``, shown === '' ? '' : `\`${shown}\``, says.get(name) ?? '']
  })
  return table(['variable', 'when not set', 'meaning'], rows)
}

function scripts(): string {
  const rows = Object.keys(manifest.scripts).map(name => [
    `\`npm ${['start', 'test'].includes(name) ? name : `run ${name}`}\``,
    SCRIPTS[name] ?? '',
  ])
  return table(['command', 'what it does'], rows)
}

export const SECTIONS = [
  { file: 'README.md', name: 'environment', render: environment },
  { file: 'README.md', name: 'scripts', render: scripts },
  { file: 'ARCHITECTURE.md', name: 'endpoints', render: endpoints },
] as const

export type Section = (typeof SECTIONS)[number]

/** A document with one section written anew. Throws when the document has no marks for it. */
export function withSection(document: string, { file, name, render }: Section): string {
  const [begin, end] = [`<!-- ${name}:begin -->`, `<!-- ${name}:end -->`]
  const [from, to] = [document.indexOf(begin), document.indexOf(end)]
  if (from < 0 || to < from) throw new Error(`${file} has no ${begin} … ${end}`)
  return `${document.slice(0, from)}${begin}\n${render()}\n${document.slice(to)}`
}
