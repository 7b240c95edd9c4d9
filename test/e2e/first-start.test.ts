import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { FIRST_ADMIN_LINK, launch, SERVES, type ServerProcess } from '../support/server-process.ts'
import { expectAccessible } from './accessible.ts'
import { expect, test } from './fixtures.ts'
import { guard } from './guard.ts'

/** What a new user meets: `npm start` on a fresh clone, which is `server/start.ts` on a folder that is not there yet. */

// A first start lays a whole database down.
test.setTimeout(240_000)

let home: string
const started: ServerProcess[] = []

test.beforeEach(() => {
  home = fs.mkdtempSync(path.join(os.tmpdir(), 'counterclaim-start-'))
})

test.afterEach(async () => {
  for (const server of started.splice(0)) await server.end('SIGKILL')
  fs.rmSync(home, { recursive: true, force: true })
})

async function start(environment: Record<string, string>): Promise<ServerProcess> {
  const server = await launch('server/start.ts', environment)
  started.push(server)
  return server
}

async function serve(environment: Record<string, string>): Promise<ServerProcess> {
  const server = await start(environment)
  await server.said(SERVES)
  return server
}

test('the first start says what it does and gives a link that makes the first admin', async ({
  browser,
  running,
}, { annotations }) => {
  // Depending on `running` means that the screens are built by now.
  expect(running.url).toBeTruthy()
  const dataDir = path.join(home, 'data')
  const first = await serve({ DATA_DIR: dataDir, SEED: 'stories' })
  const link = (await first.said(FIRST_ADMIN_LINK)).replace('localhost', '127.0.0.1')
  expect(first.lines.slice(0, 3)).toEqual([
    `Opening the embedded database in ${dataDir} … (the first time takes a few seconds)`,
    expect.stringMatching(/^Migrated the database: /),
    'Telling the example stories …',
  ])
  const problems: string[] = []
  const context = await browser.newContext()
  await guard(context, first.url, problems)
  const page = await context.newPage()

  await page.goto(link)
  await expect(page.getByRole('heading', { name: 'Make the first account' })).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel('E-mail').fill('ada@example.org')
  await page.getByLabel('Name').fill('Ada Lovelace')
  await page.getByLabel('Password', { exact: true }).fill('a few words in a row')
  await page.getByRole('button', { name: 'Create the first admin' }).click()
  await expect(page.getByRole('button', { name: /^Ada Lovelace, Admin/ })).toBeVisible()
  await expect(page).toHaveURL(`${first.url}/`)
  await expectAccessible(page)

  await page.goto('about:blank')
  await page.goto(link)
  await expect(page.getByText('It was used, has run out or was taken back', { exact: false })).toBeVisible()

  // A page that is open would ask for the server while there is none.
  await page.goto('about:blank')
  expect(await first.end('SIGTERM')).toBe(0)
  expect(first.lines).toContain('Stopping …')

  const before = performance.now()
  const second = await serve({ DATA_DIR: dataDir, SEED: 'stories', PORT: new URL(first.url).port })
  await fetch(`${second.url}/api/health`)
  annotations.push({ type: 'second start', description: `${Math.round(performance.now() - before)} ms` })
  await page.goto(`${second.url}/`)
  await expect(page.getByRole('button', { name: /^Ada Lovelace, Admin/ })).toBeVisible()
  await page.goto('about:blank')
  expect(await second.end('SIGINT')).toBe(0)
  expect(second.lines.filter(line => FIRST_ADMIN_LINK.test(line))).toEqual([])
  expect(problems).toEqual([])
  await context.close()
})

test('a folder or a port that another server holds is refused in words', async ({ running }) => {
  const dataDir = path.join(home, 'data')
  const first = await serve({ DATA_DIR: dataDir })
  const sameFolder = await start({ DATA_DIR: dataDir })
  expect(await sameFolder.ended).toBe(1)
  expect(sameFolder.lines.at(-1)).toMatch(
    new RegExp(`^The data directory ${dataDir} is already in use by process ${first.child.pid}\\. Stop`),
  )
  // A page that is open would ask for the server while there is none.
  expect(await first.end('SIGTERM')).toBe(0)

  const { port } = new URL(running.url)
  const samePort = await start({ DATA_DIR: dataDir, PORT: port })
  expect(await samePort.ended).toBe(1)
  expect(samePort.lines.at(-1)).toBe(`Port ${port} is in use. Stop what uses it, or set PORT to another one.`)
})

test('every wrong variable is named at once, and nothing is made', async () => {
  const wrong = { PORT: 'four', SEED: 'maybe', DATABASE_URL: 'mysql://x', AUTH_SECRET: 'short' }
  const server = await start({ ...wrong, DATA_DIR: path.join(home, 'data') })
  expect(await server.ended).toBe(1)
  expect(server.lines[0]).toBe('The environment is not right:')
  expect(server.lines.slice(1).map(line => line.trim().split(':')[0])).toEqual([
    'PORT',
    'DATABASE_URL',
    'AUTH_SECRET',
    'SEED',
  ])
  expect(fs.readdirSync(home)).toEqual([])
})
