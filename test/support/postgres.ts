import { execFileSync, spawn } from 'node:child_process'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { Client } from 'pg'
import { listProcesses, signal, until } from './processes.ts'

export type PostgresServer = {
  url: string
  /** Ends every process of it as `kill -9` would, and waits until they are gone. */
  kill: () => Promise<void>
  /** Starts it again on the same data and port. */
  restart: () => Promise<void>
  stop: () => Promise<void>
}

/** The folder with `initdb` and `postgres`, newest version first; null when there is none of 15 or later. */
export function findPostgres(): string | null {
  const debian = '/usr/lib/postgresql'
  const installed = fs.existsSync(debian)
    ? fs.readdirSync(debian).filter(version => Number(version) >= 15)
    : []
  const folders = [
    ...installed.toSorted((a, b) => Number(b) - Number(a)).map(version => path.join(debian, version, 'bin')),
    ...(process.env['PATH'] ?? '').split(path.delimiter),
  ]
  return (
    folders.find(
      folder => fs.existsSync(path.join(folder, 'initdb')) && fs.existsSync(path.join(folder, 'postgres')),
    ) ?? null
  )
}

export async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1')
  await new Promise(resolve => server.once('listening', resolve))
  const address = server.address()
  await new Promise(resolve => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('no free port')
  return address.port
}

/** PostgreSQL refuses to run as root, so root hands it to the account that Debian makes for it, or to nobody. */
function unprivileged(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const passwd = fs
    .readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map(line => line.split(':'))
  const account = passwd.find(([name]) => name === 'postgres') ?? passwd.find(([name]) => name === 'nobody')
  if (!account) throw new Error('PostgreSQL does not run as root, and there is no account to hand it to.')
  return { uid: Number(account[2]), gid: Number(account[3]) }
}

/** Starts a PostgreSQL of our own in a temporary folder on a free port. Throws when none is installed. */
export async function startPostgres(folder = findPostgres()): Promise<PostgresServer> {
  if (folder === null) throw new Error('PostgreSQL 15 or newer is not installed (initdb was not found).')
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'counterclaim-pg-'))
  const who = unprivileged()
  if (who) fs.chownSync(home, who.uid, who.gid)
  const data = path.join(home, 'data')
  const port = await freePort()
  const as = { ...who, cwd: home, stdio: 'ignore' as const }
  execFileSync(
    path.join(folder, 'initdb'),
    ['-D', data, '-U', 'counterclaim', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8'],
    as,
  )
  const url = `postgres://counterclaim@127.0.0.1:${port}/postgres`
  const settings = ['-c', 'fsync=on', '-c', 'max_connections=120']
  const launch = async () => {
    const args = ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', home, ...settings]
    const server = spawn(path.join(folder, 'postgres'), args, as)
    const ended = new Promise<void>(resolve => server.once('exit', () => resolve()))
    await answering(url, server)
    return { server, ended }
  }
  let running = await launch()
  return {
    url,
    kill: async () => {
      if (running.server.pid !== undefined) await killWithChildren(running.server.pid)
      await running.ended
    },
    restart: async () => {
      running = await launch()
    },
    stop: async () => {
      running.server.kill('SIGINT')
      await running.ended
      fs.rmSync(home, { recursive: true, force: true })
    },
  }
}

/** Long enough for the operating system to take down what was killed. */
const GONE_MS = 10_000

/** The first process goes first: it would start new children in the place of those that are killed. */
async function killWithChildren(pid: number): Promise<void> {
  const family = [pid, ...listProcesses().flatMap(one => (one.parent === pid ? [one.pid] : []))]
  for (const one of family) signal(one, 'SIGKILL')
  const gone = await until(() => !listProcesses().some(one => family.includes(one.pid)), GONE_MS)
  if (!gone) throw new Error('PostgreSQL was killed and still runs.')
}

async function answering(url: string, server: ReturnType<typeof spawn>): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt++) {
    if (server.exitCode !== null)
      throw new Error(`PostgreSQL ended with code ${server.exitCode} while starting.`)
    const client = new Client({ connectionString: url })
    try {
      await client.connect()
      await client.end()
      return
    } catch {
      await new Promise(resolve => setTimeout(resolve, 100))
    }
  }
  throw new Error('PostgreSQL did not answer within 30 s.')
}

/** Runs one statement on the server itself, outside every database of ours. */
export async function administer(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

export const databaseUrl = (serverUrl: string, name: string) => serverUrl.replace(/\/postgres$/, `/${name}`)
