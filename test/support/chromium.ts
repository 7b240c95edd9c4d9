import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const PLACES = [
  '/usr/bin',
  '/Applications/Google Chrome.app/Contents/MacOS',
  '/Applications/Chromium.app/Contents/MacOS',
]
const APPLICATIONS = ['Google Chrome', 'Chromium']

/** Ubuntu installs a script of this name that only says to install something else, so it is asked for its version. */
function answers(file: string): boolean {
  if (!fs.existsSync(file)) return false
  try {
    execFileSync(file, ['--version'], { stdio: 'ignore', timeout: 30_000 })
    return true
  } catch {
    return false
  }
}

/** The browser the machine has: the file that CHROMIUM names, else the first that answers; null when there is none. */
export function findChromium(): string | null {
  const named = process.env['CHROMIUM']
  if (named) return named
  const folders = [...PLACES, ...(process.env['PATH'] ?? '').split(path.delimiter)]
  const candidates = folders.flatMap(folder =>
    [...NAMES, ...APPLICATIONS].map(name => path.join(folder, name)),
  )
  return candidates.find(answers) ?? null
}
