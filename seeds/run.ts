import { parseArgs } from 'node:util'
import { generateClient } from '../server/db/generate.ts'
import { EnvironmentError, readEnvironment } from '../server/env.ts'
import { showProgress } from './progress.ts'

/** `npm run seed -- stories` tells the example stories, `npm run seed -- stress --claims 100000` makes up a large database. */
const USAGE = `npm run seed -- [stories | stress] [options]

  stories                the example stories, in a database that holds nothing else (when nothing is named)
  stress                 made-up news by distribution, in an empty database
    --claims <number>    how many claims (10,000)
    --seed <number>      the same number makes the same records (1)
  --database-url <url>   instead of DATABASE_URL
  --data-dir <folder>    instead of DATA_DIR: the embedded database in that folder`

const say = (line: string) => console.log(line)

function readOptions() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      claims: { type: 'string', default: '10000' },
      seed: { type: 'string', default: '1' },
      'database-url': { type: 'string' },
      'data-dir': { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
  const what = positionals[0] ?? 'stories'
  if (values.help || positionals.length > 1 || (what !== 'stories' && what !== 'stress')) return null
  return {
    ...values,
    what,
    claims: wholeNumber('claims', values.claims),
    seed: wholeNumber('seed', values.seed),
  }
}

function wholeNumber(name: string, value: string): number {
  const number = Number(value.replaceAll(/[_,]/g, ''))
  if (Number.isSafeInteger(number) && number >= 1) return number
  throw new EnvironmentError(`--${name} takes a whole number from 1 on, not “${value}”.`)
}

/** What is said on the command line goes before the environment; a folder named there is meant, not a DATABASE_URL. */
function environmentOf(options: NonNullable<ReturnType<typeof readOptions>>) {
  const { 'database-url': url, 'data-dir': folder } = options
  return readEnvironment({
    LOG_LEVEL: 'warn',
    ...process.env,
    ...(folder !== undefined && { DATA_DIR: folder, DATABASE_URL: '' }),
    ...(url !== undefined && { DATABASE_URL: url }),
  })
}

async function run(): Promise<void> {
  const options = readOptions()
  if (options === null) return say(USAGE)
  generateClient()
  // Only now: what opens the database imports what was generated above.
  const { openDeps } = await import('../server/main.ts')
  const deps = await openDeps(environmentOf(options), say)
  try {
    if (options.what === 'stories') {
      const { seedStories } = await import('./stories.ts')
      await seedStories(deps, say)
      return
    }
    const { seedStress } = await import('./stress.ts')
    const progress = showProgress('claims', options.claims, process.stdout)
    const { claims, seed } = options
    const counts = await seedStress(deps.database, { claims, seed, onProgress: progress.advance })
    progress.end()
    say([...counts].map(([table, rows]) => `${rows.toLocaleString('en-GB')} ${table}`).join(' · '))
  } finally {
    await deps.database.close()
  }
}

try {
  await run()
} catch (error) {
  const known =
    error instanceof Error &&
    ['CannotStart', 'EnvironmentError', 'DataDirectoryInUse', 'NotEmpty'].includes(error.name)
  const misspelt =
    error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
  console.error(known ? error.message : misspelt ? `${error.message}\n\n${USAGE}` : error)
  process.exitCode = 1
}
