import { CannotStart } from './cannot-start.ts'
import { generateClient } from './db/generate.ts'
import { readEnvironment } from './env.ts'
import { buildWeb } from './web-build.ts'

/**
 * `npm start`: prepares what a fresh clone lacks, then runs the server until it is told to stop. With `--built` the screens
 * stay as they were built: while they are worked on, somebody else serves them.
 */
const say = (line: string) => console.log(line)

try {
  const environment = readEnvironment(process.env)
  if (generateClient() === 'generated') say('Generated the database client')
  if (!process.argv.includes('--built')) await buildWeb(say)
  // Only now: the server imports what was generated above.
  const [{ start }, { seedStories }] = await Promise.all([import('./main.ts'), import('../seeds/stories.ts')])
  const running = await start({
    environment,
    say,
    ...(environment.SEED === 'stories' && { seed: deps => seedStories(deps, say) }),
  })
  let stopping = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) return
      stopping = true
      say('Stopping …')
      void running.stop().then(() => process.exit(0))
    })
  }
} catch (error) {
  console.error(error instanceof CannotStart ? error.message : error)
  process.exit(1)
}
