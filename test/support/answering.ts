import { execFileSync } from 'node:child_process'
import fs from 'node:fs'

/** What a program says of its version; null when it is not there or does not answer. */
export function versionOf(file: string): string | null {
  if (!fs.existsSync(file)) return null
  try {
    return execFileSync(file, ['--version'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: 30_000,
    })
  } catch {
    return null
  }
}
