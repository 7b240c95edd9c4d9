import { lockDirectory } from '../../server/db/lock.ts'

/**
 * A process that holds a data directory until it is ended: run with the directory, it prints `held`. It keeps no
 * reference to the lock and collects its garbage first, with `--expose-gc`: the lock must not depend on its caller.
 */
const [, , directory] = process.argv
if (directory === undefined) throw new Error('Which directory?')
lockDirectory(directory)
if (globalThis.gc === undefined) throw new Error('Run it with --expose-gc')
globalThis.gc()
console.log('held')
process.stdin.resume()
