import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

const ROOT = path.resolve(import.meta.dirname, '../..')
const SCHEMA = path.join(ROOT, 'prisma/schema.prisma')
const STAMP = path.join(ROOT, 'server/db/generated/.schema-sha256')

function fingerprint(): string {
  const manifest = fs.readFileSync(path.join(ROOT, 'node_modules/prisma/package.json'))
  return createHash('sha256').update(fs.readFileSync(SCHEMA)).update(manifest).digest('hex')
}

/** Generates the Prisma client when the schema or Prisma itself has changed since the last time. */
export function generateClient(): 'generated' | 'current' {
  const wanted = fingerprint()
  if (fs.existsSync(STAMP) && fs.readFileSync(STAMP, 'utf8') === wanted) return 'current'
  execFileSync(
    process.execPath,
    [path.join(ROOT, 'node_modules/prisma/build/index.js'), 'generate', '--schema', SCHEMA],
    {
      cwd: ROOT,
      stdio: ['ignore', 'ignore', 'inherit'],
      // `generate` needs no schema engine, and this keeps it from downloading one.
      env: {
        ...process.env,
        PRISMA_SCHEMA_ENGINE_BINARY: '/bin/true',
        PRISMA_HIDE_UPDATE_MESSAGE: '1',
        CHECKPOINT_DISABLE: '1',
      },
    },
  )
  fs.writeFileSync(STAMP, wanted)
  return 'generated'
}

if (import.meta.main) generateClient()
