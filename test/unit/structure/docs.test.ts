import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { ENDPOINTS } from '#contract/registry.ts'
import manifest from '../../../package.json' with { type: 'json' }
import { ENVIRONMENT } from '../../../server/env.ts'
import { SECTIONS, withSection } from '../../support/reference.ts'
import { listFiles, ROOT } from '../../support/source-tree.ts'

const read = (file: string) => fs.readFileSync(path.join(ROOT, file), 'utf8')

test.each(SECTIONS)('the $name table of $file is as the code says (npm run docs writes it)', section => {
  const document = read(section.file)
  expect(document).toBe(withSection(document, section))
})

test('every endpoint is documented', () => {
  const document = read('ARCHITECTURE.md')
  const missing = ENDPOINTS.filter(
    ({ endpoint }) => !document.includes(`\`${endpoint.method.toUpperCase()} ${endpoint.path}\``),
  )
  expect(missing.map(({ name }) => name)).toEqual([])
})

test('every environment variable is documented, and in words', () => {
  const lines = read('README.md').split('\n')
  const missing = Object.keys(ENVIRONMENT.shape).filter(
    name => !lines.some(line => line.startsWith(`| \`${name}\` |`) && !/\|\s*\|$/.test(line)),
  )
  expect(missing).toEqual([])
})

test('every npm script is documented, and in words', () => {
  const lines = read('README.md').split('\n')
  const missing = Object.keys(manifest.scripts).filter(
    name =>
      !lines.some(line => new RegExp(`^\\| \`npm (run )?${name}\` \\|`).test(line) && !/\|\s*\|$/.test(line)),
  )
  expect(missing).toEqual([])
})

test('every top folder and every folder of the server has its line on the map', () => {
  const document = read('ARCHITECTURE.md')
  const files = listFiles(/./)
  const folders = new Set([
    '.ci/',
    ...files.map(file => file.replace(/\/.*/s, '/')),
    ...files.flatMap(
      file =>
        /^server\/([^/]+)\//
          .exec(file)
          ?.slice(1)
          .map(name => `${name}/`) ?? [],
    ),
  ])
  expect([...folders].filter(folder => !document.includes(folder))).toEqual([])
})

test('every link from one document to another leads somewhere', () => {
  const documents = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md'].filter(file =>
    fs.existsSync(path.join(ROOT, file)),
  )
  const broken = documents.flatMap(file =>
    [...read(file).matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)]
      .map(([, target = '']) => target)
      .filter(target => !fs.existsSync(path.join(ROOT, target)))
      .map(target => `${file} → ${target}`),
  )
  expect(broken).toEqual([])
})
