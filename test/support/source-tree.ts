import fs from 'node:fs'
import path from 'node:path'
import { parseSync } from 'vite'

export const ROOT = path.resolve(import.meta.dirname, '../..')

/** Every folder with program text of ours. */
const PLACES = ['prisma', 'server', 'web', 'seeds', 'test']
const LEFT_OUT = /^(server\/db\/generated|test\/fixtures|test\/\.output)\//

export type Import = {
  /** A path from the root for a file of ours, the name of a package otherwise. */
  target: string
  typeOnly: boolean
}

export type Source = {
  /** From the root, with forward slashes. */
  path: string
  text: string
  imports: readonly Import[]
  parsed: ReturnType<typeof parseSync>
}

/** Files below the places above, from the root, in order. */
export function listFiles(pattern = /\.tsx?$/): string[] {
  return PLACES.filter(place => fs.existsSync(path.join(ROOT, place)))
    .flatMap(place =>
      fs
        .readdirSync(path.join(ROOT, place), { recursive: true, withFileTypes: true })
        .filter(entry => entry.isFile())
        .map(entry => path.relative(ROOT, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/')),
    )
    .filter(file => pattern.test(file) && !LEFT_OUT.test(file))
    .toSorted()
}

function targetOf(from: string, specifier: string): string {
  if (specifier.startsWith('#')) return specifier.replace(/^#(domain|contract)\//, 'server/$1/')
  if (specifier.startsWith('.')) return path.posix.join(path.posix.dirname(from), specifier)
  const parts = specifier.split('/')
  return specifier.startsWith('node:')
    ? specifier
    : parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/')
}

function importsOf(from: string, { module }: Source['parsed'], text: string): Import[] {
  const stated = module.staticImports.map(({ moduleRequest, entries }) => ({
    specifier: moduleRequest.value,
    typeOnly: entries.length > 0 && entries.every(entry => entry.isType),
  }))
  const passedOn = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ moduleRequest, isType }) =>
      moduleRequest ? [{ specifier: moduleRequest.value, typeOnly: isType }] : [],
    ),
  )
  const late = module.dynamicImports.flatMap(({ moduleRequest }) => {
    const literal = /^(['"])(.*)\1$/.exec(text.slice(moduleRequest.start, moduleRequest.end))
    return literal?.[2] === undefined ? [] : [{ specifier: literal[2], typeOnly: false }]
  })
  return [...stated, ...passedOn, ...late].map(({ specifier, typeOnly }) => ({
    target: targetOf(from, specifier),
    typeOnly,
  }))
}

/** Every TypeScript file of ours with what it imports, read by the parser that also builds the screens. */
export function readSources(): Source[] {
  return listFiles().map(file => {
    const text = fs.readFileSync(path.join(ROOT, file), 'utf8')
    const parsed = parseSync(file, text, { lang: file.endsWith('x') ? 'tsx' : 'ts' })
    return { path: file, text, parsed, imports: importsOf(file, parsed, text) }
  })
}
