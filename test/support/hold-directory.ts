import { lockDirectory } from '../../server/db/lock.ts'

/** A process that holds a data directory until it is ended: run with the directory, it prints `held`. */
const [, , directory] = process.argv
if (directory === undefined) throw new Error('Which directory?')
lockDirectory(directory)
console.log('held')
process.stdin.resume()
