import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'
import { freePort } from './postgres.ts'

const ROOT = path.resolve(import.meta.dirname, '../..')

export type ServerProcess = {
  child: ChildProcess
  url: string
  /** What it has said so far, on both streams. */
  lines: readonly string[]
  /** The first match in a line it has said or will say. Rejects, with all it said, when it ends without. */
  said: (pattern: RegExp) => Promise<string>
  /** Resolves when it has ended, with its exit code; null when a signal ended it. */
  ended: Promise<number | null>
  /** Sends a signal and waits for the end. */
  end: (signal: NodeJS.Signals) => Promise<number | null>
}

export const SERVES = /^Counterclaim is at .*/
export const FIRST_ADMIN_LINK = /https?:\S+\/join#\S+/

/**
 * Starts the program as a process of its own, on a free port unless `environment` names one, with these variables
 * and no others of ours. `entry` is a path from the root.
 */
export async function launch(
  entry: string,
  environment: Readonly<Record<string, string>>,
): Promise<ServerProcess> {
  const port = environment['PORT'] ?? String(await freePort())
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', path.join(ROOT, entry)], {
    cwd: ROOT,
    env: {
      PATH: process.env['PATH'],
      LOG_LEVEL: 'silent',
      SEED: 'none',
      SUGGEST: 'off',
      PORT: port,
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const lines: string[] = []
  const listeners = new Set<() => void>()
  for (const stream of [child.stdout, child.stderr]) {
    let rest = ''
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      const parts = (rest + chunk).split('\n')
      rest = parts.pop() ?? ''
      lines.push(...parts)
      for (const listener of listeners) listener()
    })
  }
  // `close` comes after the last of its output, `exit` may come before.
  const ended = new Promise<number | null>(resolve => child.once('close', resolve))
  const said = (pattern: RegExp) =>
    new Promise<string>((resolve, reject) => {
      const look = () => {
        const match = lines.map(line => pattern.exec(line)?.[0]).find(found => found !== undefined)
        if (match === undefined) return
        listeners.delete(look)
        resolve(match)
      }
      listeners.add(look)
      look()
      void ended.then(code => reject(new Error(`It ended with ${code}, having said:\n${lines.join('\n')}`)))
    })
  const end = (signal: NodeJS.Signals) => {
    child.kill(signal)
    return ended
  }
  return { child, url: `http://127.0.0.1:${port}`, lines, said, ended, end }
}

/** Starts the program and waits until it serves. */
export async function serve(
  entry: string,
  environment: Readonly<Record<string, string>>,
): Promise<ServerProcess> {
  const server = await launch(entry, environment)
  await server.said(SERVES)
  return server
}
