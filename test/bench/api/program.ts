import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import http from 'node:http'
import os from 'node:os'
import path from 'node:path'
import zlib from 'node:zlib'
import { pino } from 'pino'
import { seedStress } from '../../../seeds/stress.ts'
import { createApp } from '../../../server/app.ts'
import type { Database, Engine } from '../../../server/db/open.ts'
import { readEnvironment } from '../../../server/env.ts'
import { openDeps } from '../../../server/main.ts'
import { makePerson } from '../../support/person.ts'
import { startPostgres } from '../../support/postgres.ts'

/** The program as it runs, on a made-up database of its own, and a client with an editor's session. */
export type Program = {
  database: Database
  editorId: string
  request: Request
  stop: () => Promise<void>
}

/**
 * Sends a request as a browser would and reads the whole answer; throws when it is refused. What it says is unpacked and
 * parsed only when asked for, as that is the browser's own work.
 */
export type Request = (method: string, path: string, body?: object) => Promise<{ read: () => unknown }>

const LOCALHOST = '127.0.0.1'
const SEED = 1

export async function startProgram(
  engine: Engine,
  claims: number,
  onProgress: (claims: number) => void,
  dataDir?: string,
): Promise<Program> {
  if (dataDir !== undefined) return open(dataDir, undefined, null, onProgress, async () => {})
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'counterclaim-bench-'))
  const server = engine === 'postgres' ? await startPostgres() : null
  const undo = async () => {
    await server?.stop()
    fs.rmSync(folder, { recursive: true, force: true })
  }
  try {
    return await open(folder, server?.url, claims, onProgress, undo)
  } catch (error) {
    await undo()
    throw error
  }
}

async function open(
  folder: string,
  databaseUrl: string | undefined,
  /** How many are made up; null leaves the database as it is. */
  claims: number | null,
  onProgress: (claims: number) => void,
  undo: () => Promise<void>,
): Promise<Program> {
  const secret = randomBytes(32).toString('hex')
  const environment = readEnvironment({
    DATA_DIR: folder,
    DATABASE_URL: databaseUrl,
    AUTH_SECRET: secret,
    LOG_LEVEL: 'warn',
  })
  const opened = await openDeps(environment, () => {})
  // Requests are logged as they are in earnest, to where nobody reads.
  const deps = { ...opened, log: pino({ level: 'info' }, pino.destination(os.devNull)) }
  if (claims !== null) await seedStress(deps.database, { claims, seed: SEED, onProgress })
  const { viewer, cookie } = await makePerson(deps, secret, { name: 'Measuring editor', role: 'editor' })
  const app = createApp(deps, { trustedProxies: 0, screens: null })
  const listening = await new Promise<http.Server>(resolve => {
    const server = app.listen(0, LOCALHOST, () => resolve(server))
  })
  const agent = new http.Agent({ keepAlive: true })
  return {
    database: deps.database,
    editorId: viewer.id,
    request: requester(agent, listening, cookie),
    stop: async () => {
      agent.destroy()
      listening.closeAllConnections()
      await new Promise(resolve => listening.close(resolve))
      await deps.database.close()
      await undo()
    },
  }
}

function requester(agent: http.Agent, server: http.Server, cookie: string): Request {
  const address = server.address()
  if (address === null || typeof address === 'string')
    throw new Error('The server does not listen on a port.')
  const place = { agent, host: LOCALHOST, port: address.port }
  const browser = { cookie, 'accept-encoding': 'br' }
  return async (method, path, body) => {
    const sent = body === undefined ? undefined : JSON.stringify(body)
    const headers = { ...browser, ...(sent !== undefined && { 'content-type': 'application/json' }) }
    const request = http.request({ ...place, method, path, headers }).end(sent)
    const answer = await new Promise<http.IncomingMessage>((resolve, reject) =>
      request.once('response', resolve).once('error', reject),
    )
    const parts: Buffer[] = await answer.toArray()
    const packed = Buffer.concat(parts)
    const unpack =
      answer.headers['content-encoding'] === 'br' ? zlib.brotliDecompressSync : (raw: Buffer) => raw
    const text = () => unpack(packed).toString('utf8')
    if ((answer.statusCode ?? 500) >= 300)
      throw new Error(`${method} ${path} was answered ${answer.statusCode}: ${text()}`)
    return { read: (): unknown => JSON.parse(text()) }
  }
}
