import fs from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { CannotStart } from '../cannot-start.ts'

/** SQLite frees a lock when its database is collected, so what is held must be reachable for as long as it is held. */
const held = new Set<DatabaseSync>()

export class DataDirectoryInUse extends CannotStart {
  override name = 'DataDirectoryInUse'
}

/**
 * Holds `directory` for this process until `release` is called or the process ends, however it ends.
 * PGlite takes no lock of its own, and two processes on one directory lose data without a word. SQLite's
 * exclusive transaction is a lock of the operating system: `kill -9` frees it, a reused process id cannot fake it.
 * Throws `DataDirectoryInUse` when another process holds it.
 */
export function lockDirectory(directory: string): { release: () => void } {
  fs.mkdirSync(directory, { recursive: true })
  const holder = path.join(directory, 'lock-holder')
  const lock = new DatabaseSync(path.join(directory, 'lock.sqlite'))
  try {
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE')
  } catch {
    lock.close()
    const who = fs.existsSync(holder) ? ` by process ${fs.readFileSync(holder, 'utf8').trim()}` : ''
    throw new DataDirectoryInUse(
      `The data directory ${directory} is already in use${who}. ` +
        'Stop the other server first, set DATA_DIR to another folder, or use DATABASE_URL to share one PostgreSQL between servers.',
    )
  }
  held.add(lock)
  fs.writeFileSync(holder, `${process.pid}\n`)
  return {
    release: () => {
      fs.rmSync(holder, { force: true })
      held.delete(lock)
      lock.close()
    },
  }
}
