import path from 'node:path'
import { versionOf } from './answering.ts'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const PLACES = [
  '/usr/bin',
  '/Applications/Google Chrome.app/Contents/MacOS',
  '/Applications/Chromium.app/Contents/MacOS',
]
const APPLICATIONS = ['Google Chrome', 'Chromium']

/** The browser the machine has: the file that CHROMIUM names, else the first that answers; null when there is none. */
export function findChromium(): string | null {
  const named = process.env['CHROMIUM']
  if (named) return named
  const folders = [...PLACES, ...(process.env['PATH'] ?? '').split(path.delimiter)]
  const candidates = folders.flatMap(folder =>
    [...NAMES, ...APPLICATIONS].map(name => path.join(folder, name)),
  )
  // Ubuntu installs a script of this name that only says to install something else, so each is asked for its version.
  return candidates.find(file => versionOf(file) !== null) ?? null
}
