import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

const ROOT = path.resolve(import.meta.dirname, '..')
const BUILD = path.join(ROOT, 'dist/web')
const STAMP = path.join(BUILD, '.sources-sha256')
const SOURCES = ['web', 'server/domain', 'server/contract', 'package-lock.json']

function files(place: string): string[] {
  const full = path.join(ROOT, place)
  if (fs.statSync(full).isFile()) return [full]
  return fs
    .readdirSync(full, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => path.join(entry.parentPath, entry.name))
    .toSorted()
}

function fingerprint(): string {
  const hash = createHash('sha256')
  for (const file of SOURCES.flatMap(files))
    hash.update(path.relative(ROOT, file)).update(fs.readFileSync(file))
  return hash.digest('hex')
}

/** Builds the screens when anything they are made of has changed since the last build. */
export async function buildWeb(say: (line: string) => void): Promise<void> {
  const wanted = fingerprint()
  if (fs.existsSync(STAMP) && fs.readFileSync(STAMP, 'utf8') === wanted) return
  say('Building the screens …')
  const { build } = await import('vite')
  await build({ configFile: path.join(ROOT, 'web/vite.config.ts'), logLevel: 'error' })
  fs.writeFileSync(STAMP, wanted)
}

if (import.meta.main) await buildWeb(line => console.log(line))
