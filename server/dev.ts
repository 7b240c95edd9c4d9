import { spawn } from 'node:child_process'
import path from 'node:path'
import { generateClient } from './db/generate.ts'
import { buildWeb } from './web-build.ts'

/** `npm run dev`: the server restarts and the screens reload when their files change. Open the address that Vite prints. */
const ROOT = path.resolve(import.meta.dirname, '..')
const SCREENS_PORT = 5173

/** Requests to the server; the modules of `web/api`, which Vite serves, begin alike. */
const TO_SERVER = '^/api/(?!.*\\.tsx?(\\?|$))'

generateClient()
await buildWeb(line => console.log(line))
const server = spawn(
  process.execPath,
  [
    '--disable-warning=ExperimentalWarning',
    '--watch',
    '--watch-preserve-output',
    path.join(import.meta.dirname, 'start.ts'),
    '--built',
  ],
  { cwd: ROOT, stdio: 'inherit' },
)
const { createServer } = await import('vite')
const screens = await createServer({
  configFile: path.join(ROOT, 'web/vite.config.ts'),
  server: { port: SCREENS_PORT, proxy: { [TO_SERVER]: `http://127.0.0.1:${process.env['PORT'] ?? 4000}` } },
})
await screens.listen()
screens.printUrls()
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    server.kill(signal)
    void screens.close().then(() => process.exit(0))
  })
}
