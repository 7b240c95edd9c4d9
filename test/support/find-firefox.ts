import fs from 'node:fs'
import path from 'node:path'
import { versionOf } from './answering.ts'

const NAMES = ['firefox-esr', 'firefox']
const PLACES = [
  '/usr/bin',
  '/usr/lib/firefox-esr',
  '/usr/lib/firefox',
  '/usr/lib64/firefox',
  '/opt/firefox',
  '/Applications/Firefox.app/Contents/MacOS',
]

/** As `strict_min_version` of the extension's manifest. */
const OLDEST = 140

/** A script of the name may start a Firefox in a sandbox (Ubuntu's snap), which reads no profile in a temporary folder. */
function isScript(file: string): boolean {
  const head = Buffer.alloc(2)
  const opened = fs.openSync(file, 'r')
  fs.readSync(opened, head)
  fs.closeSync(opened)
  return head.toString() === '#!'
}

function isNewEnough(file: string): boolean {
  const [, major] = /(\d+)\.\d/.exec(versionOf(file) ?? '') ?? []
  return Number(major ?? 0) >= OLDEST
}

/** The Firefox the machine has: the file that FIREFOX names, else the first that the extension can run in; null when there is none. */
export function findFirefox(): string | null {
  const named = process.env['FIREFOX']
  if (named) return named
  const folders = [...PLACES, ...(process.env['PATH'] ?? '').split(path.delimiter)]
  const files = folders.flatMap(folder => NAMES.map(name => path.join(folder, name)))
  return files.find(file => fs.existsSync(file) && !isScript(file) && isNewEnough(file)) ?? null
}
