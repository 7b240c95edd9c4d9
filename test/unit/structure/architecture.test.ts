import { expect, test } from 'vitest'
import { listFiles, readSources } from '../../support/source-tree.ts'

const sources = readSources()
const runtime = sources.filter(({ path }) => path.startsWith('server/'))
const inFolder = (folder: string) => sources.filter(({ path }) => path.startsWith(`${folder}/`))

/** "who → whom" for every import that `forbidden` is true of. */
function offences(
  among: readonly (typeof sources)[number][],
  forbidden: (target: string, from: string) => boolean,
): string[] {
  return among.flatMap(({ path, imports }) =>
    imports.filter(({ target }) => forbidden(target, path)).map(({ target }) => `${path} → ${target}`),
  )
}

/** Who may import whom. A folder missing from this table may import anything that the tests below leave it. */
const MAY_IMPORT: Record<string, RegExp> = {
  'server/domain': /^server\/domain\//,
  'server/contract': /^(server\/(domain|contract)\/|zod$)/,
  'server/db':
    /^(server\/(domain|contract|db)\/|server\/(auth\/viewer|cannot-start)\.ts$|node:|pg$|zod$|@prisma\/|@electric-sql\/)/,
  'server/http':
    /^(server\/(domain|contract|http|db|auth)\/|server\/deps\.ts$|(?!server|web|test|seeds|prisma)[@a-z])/,
  'server/auth':
    /^(server\/(domain|contract|db|auth)\/|server\/events\/store\.ts$|(?!server|web|test|seeds|prisma)[@a-z])/,
  'web/api': /^(web\/api|server\/domain|server\/contract)\/|^(?!(server|web|test|prisma|seeds)\b)/,
  'web/ui': /^(web\/(ui|api)|server\/domain|server\/contract)\/|^(?!(server|web|test|prisma|seeds)\b)/,
  web: /^(web|server\/domain|server\/contract)\/|^(?!(server|test|prisma|seeds|node|express|pg|better-auth)\b|@prisma)[@a-z]/,
  'server/detect': /^server\/(domain|contract|detect)\/|^(?!(server|web|test|prisma|seeds)\b)[@a-z]/,
  seeds: /^(seeds|server)\/|^(?!(web|test|prisma)\b)/,
}

test.each(Object.entries(MAY_IMPORT))('%s imports only what it may', (folder, allowed) => {
  const files = inFolder(folder).filter(({ path }) => !path.endsWith('.config.ts'))
  expect(offences(files, target => !allowed.test(target))).toEqual([])
})

test('nothing that runs imports the tests', () => {
  const running = sources.filter(({ path }) => /^(server|web|seeds)\//.test(path))
  expect(
    offences(running, target => /^(test\/|vitest$|@playwright|fast-check$|@testing-library)/.test(target)),
  ).toEqual([])
})

/** The nouns in their order: each may import those before it, and never their routes. */
const NOUNS = [
  'events',
  'accounts',
  'keys',
  'settings',
  'topics',
  'speakers',
  'sources',
  'capture',
  'claims',
  'watches',
  'relations',
  'suggestions',
  'checks',
  'opinions',
  'scan',
  'disputes',
  'comments',
  'notifications',
  'saved-searches',
  'search',
]
const nounOf = (path: string) => NOUNS.indexOf(/^server\/([^/]+)\//.exec(path)?.[1] ?? '')

test('nouns import leftwards only, and nobody’s routes', () => {
  const rightwards = offences(runtime, (target, from) => nounOf(from) >= 0 && nounOf(target) > nounOf(from))
  const routes = offences(
    runtime,
    (target, from) => target.endsWith('/routes.ts') && from !== 'server/app.ts' && nounOf(target) >= 0,
  )
  expect([...rightwards, ...routes]).toEqual([])
})

/** Where queries are written. Types of the client may be named wherever a transaction is passed on. */
const KNOWS_PRISMA = /^server\/(db|auth)\/|\/([a-z-]+-)?store\.ts$/
const QUERIES =
  /\b(prisma|tx|db)\.\w+\.(find|create|update|upsert|delete|count|aggregate|groupBy)|\$(query|execute)Raw/

test('only stores and server/db know Prisma', () => {
  const running = [...runtime, ...inFolder('seeds')].filter(({ path }) => !KNOWS_PRISMA.test(path))
  const known = running.flatMap(({ path, imports }) =>
    imports
      .filter(({ target, typeOnly }) => !typeOnly && /^(server\/db\/generated\/|@prisma\/)/.test(target))
      .map(({ target }) => `${path} → ${target}`),
  )
  const queries = running.filter(({ text }) => QUERIES.test(text)).map(({ path }) => path)
  expect([...known, ...queries]).toEqual([])
})

/** What loads the detector when it is first asked, and what runs in the thread of a scan, which needs it all along. */
const HAS_DETECTOR = /^server\/(detect\/|suggestions\/detector\.ts$|scan\/keys\.ts$)/

test('no request and no start loads the detector without asking it', () => {
  const loading = runtime
    .filter(({ path }) => !HAS_DETECTOR.test(path))
    .flatMap(({ path, imports }) =>
      imports
        .filter(({ target, typeOnly }) => !typeOnly && target.startsWith('server/detect/'))
        .map(({ target }) => `${path} → ${target}`),
    )
  expect(loading).toEqual([])
})

const featureOf = (path: string) => /^web\/features\/([^/]+)\//.exec(path)?.[1]

test('features do not import each other, and nobody imports pages but the router', () => {
  const sideways = offences(inFolder('web/features'), (target, from) => {
    const other = featureOf(target)
    return other !== undefined && other !== featureOf(from)
  })
  const upwards = offences(
    inFolder('web').filter(({ path }) => !/^web\/(pages\/|router\.tsx$)/.test(path)),
    target => target.startsWith('web/pages/'),
  )
  expect([...sideways, ...upwards]).toEqual([])
})

/** Each group of files that import each other in a circle, by depth-first search (Tarjan 1972). */
function circles(): string[][] {
  const edges = new Map(sources.map(({ path, imports }) => [path, imports.map(({ target }) => target)]))
  const index = new Map<string, number>()
  const low = new Map<string, number>()
  const stack: string[] = []
  const found: string[][] = []
  const visit = (file: string) => {
    const number = index.size
    index.set(file, number)
    low.set(file, number)
    stack.push(file)
    for (const next of edges.get(file) ?? []) {
      if (!edges.has(next)) continue
      if (!index.has(next)) visit(next)
      if (stack.includes(next)) low.set(file, Math.min(low.get(file)!, low.get(next)!))
    }
    if (low.get(file) !== number) return
    const circle = stack.splice(stack.indexOf(file))
    if (circle.length > 1) found.push(circle)
  }
  for (const { path } of sources) if (!index.has(path)) visit(path)
  return found
}

test('no files import each other in a circle, not even for types', () => {
  expect(circles()).toEqual([])
})

test('only the entries read the environment', () => {
  const reads = [...runtime, ...inFolder('web'), ...inFolder('seeds')]
    .filter(({ text }) => /process\.env\b/.test(text))
    .map(({ path }) => path)
  expect(reads.filter(path => !/^server\/(start|dev|db\/generate)\.ts$|^seeds\/run\.ts$/.test(path))).toEqual(
    [],
  )
})

test('names say what is inside: no drawers, no barrels, kebab-case', () => {
  const files = listFiles(/./)
  const parts = new Set(files.flatMap(file => file.split('/').map(part => part.replace(/\..*$/, ''))))
  expect(
    ['utils', 'util', 'helpers', 'helper', 'misc', 'common', 'shared'].filter(name => parts.has(name)),
  ).toEqual([])
  expect(listFiles().filter(file => /\/index\.tsx?$/.test(file))).toEqual([])
  expect(
    listFiles().filter(file => !/^[a-z0-9-]+(\.[a-z0-9-]+)*\.tsx?$/.test(file.split('/').at(-1)!)),
  ).toEqual([])
})

test('no file is longer than 400 lines, no test longer than 600', () => {
  const long = sources
    .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
    .filter(({ path, lines }) => lines > (path.startsWith('test/') ? 600 : 400))
  expect(long).toEqual([])
})

/** The syntax tree as JSON, which has no notion of a big integer. */
const syntax = (parsed: (typeof sources)[number]['parsed']) =>
  JSON.stringify(parsed.program, (_key, value: unknown) =>
    typeof value === 'bigint' ? String(value) : value,
  )

test('nothing switches a check off: no `any`, no ignored errors, no disabled rules', () => {
  const found = sources.flatMap(({ path, parsed }) => [
    ...parsed.errors.map(error => `${path}: ${error.message}`),
    ...parsed.comments
      .filter(({ value }) =>
        /^\s*@ts-|(eslint|oxlint)-disable|biome-ignore(?! format)|\b(TODO|FIXME|XXX)\b/.test(value),
      )
      .map(({ value }) => `${path}: ${value.trim()}`),
    ...(syntax(parsed).includes('"TSAnyKeyword"') ? [`${path}: any`] : []),
  ])
  expect(found).toEqual([])
})

/** Where every public function says what it does. */
const DOCUMENTED = /^server\/(domain|contract|detect)\/|^server\/[a-z-]+\/service\.ts$/

test('every public function of the domain, the contract, the detector and the services is described', () => {
  const silent = sources
    .filter(({ path }) => DOCUMENTED.test(path))
    .flatMap(({ path, text, parsed }) =>
      parsed.program.body.flatMap(statement => {
        if (statement.type !== 'ExportNamedDeclaration') return []
        const declared = statement.declaration
        const isFunction =
          declared?.type === 'FunctionDeclaration' ||
          (declared?.type === 'VariableDeclaration' &&
            declared.declarations.some(({ init }) => init?.type === 'ArrowFunctionExpression'))
        const described = parsed.comments.some(
          ({ value, end }) => value.startsWith('*') && text.slice(end, statement.start).trim() === '',
        )
        return isFunction && !described
          ? [`${path}: ${text.slice(statement.start, statement.start + 60)}`]
          : []
      }),
    )
  expect(silent).toEqual([])
})
