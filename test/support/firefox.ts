import { type ChildProcess, spawn } from 'node:child_process'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { freePort } from './postgres.ts'

type Answer = { value?: unknown } | null
type Waiting = { resolve: (value: Answer) => void; reject: (error: Error) => void }

/** A Firefox, spoken to by Marionette: JSON arrays behind their length in bytes, over TCP. */
export type Firefox = {
  version: string
  ask: (command: string, parameters?: object) => Promise<Answer>
  /** Runs a function's body in the page that is open, as a script of its own. */
  inPage: (body: string, ...args: unknown[]) => Promise<unknown>
  /** The same with the rights of the browser, which sees closed trees. */
  throughPage: (body: string, ...args: unknown[]) => Promise<unknown>
  /** Runs a function's body in the browser's own window. */
  inBrowser: (body: string, ...args: unknown[]) => Promise<unknown>
  close: () => Promise<void>
}

const PREFERENCES = {
  'browser.shell.checkDefaultBrowser': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'app.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
}

/** Starts Firefox without a window, with a profile of its own and an extension's address fixed beforehand. */
export async function startFirefox(file: string, uuids: Record<string, string>): Promise<Firefox> {
  const port = await freePort()
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'counterclaim-firefox-'))
  const preferences = {
    ...PREFERENCES,
    'marionette.port': port,
    'extensions.webextensions.uuids': JSON.stringify(uuids),
  }
  const lines = Object.entries(preferences).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  )
  fs.writeFileSync(path.join(profile, 'user.js'), lines.join('\n'))
  const args = ['--headless', '--marionette', '--remote-allow-system-access', '--no-remote']
  const child = spawn(file, [...args, '--profile', profile], { stdio: 'ignore' })
  const socket = await connect(port, child)
  const ask = speak(socket)
  const session = await ask('WebDriver:NewSession', { capabilities: { alwaysMatch: {} } })
  const run = async (
    context: 'content' | 'chrome',
    sandbox: string | null,
    script: string,
    args: unknown[],
  ) => {
    await ask('Marionette:SetContext', { value: context })
    const answer = await ask('WebDriver:ExecuteScript', { script, args, sandbox })
    await ask('Marionette:SetContext', { value: 'content' })
    return answer?.value
  }
  return {
    version: JSON.stringify(session).match(/"browserVersion":"([^"]+)"/)?.[1] ?? '',
    ask,
    inPage: (body, ...args) => run('content', null, body, args),
    throughPage: (body, ...args) => run('content', 'system', body, args),
    inBrowser: (body, ...args) => run('chrome', 'default', body, args),
    close: async () => {
      const ended = new Promise(resolve => child.once('exit', resolve))
      socket.destroy()
      if (child.exitCode === null) {
        child.kill()
        await ended
      }
      fs.rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

async function connect(port: number, child: ChildProcess): Promise<net.Socket> {
  for (let left = 300; left > 0 && child.exitCode === null; left--) {
    const socket = net.connect(port, '127.0.0.1')
    const opened = await new Promise<boolean>(resolve => {
      socket.once('connect', () => resolve(true))
      socket.once('error', () => resolve(false))
    })
    if (opened) return socket
    await wait(100)
  }
  child.kill()
  throw new Error('Firefox did not start.')
}

function speak(socket: net.Socket): Firefox['ask'] {
  const waiting = new Map<number, Waiting>()
  let kept = Buffer.alloc(0)
  let last = 0
  const take = (text: string) => {
    const message: unknown = JSON.parse(text)
    // The first message is a greeting.
    if (!Array.isArray(message)) return
    const [, id, error, result] = message as [
      number,
      number,
      { error: string; message: string } | null,
      Answer,
    ]
    if (error) waiting.get(id)?.reject(new Error(`${error.error}: ${error.message}`))
    else waiting.get(id)?.resolve(result)
    waiting.delete(id)
  }
  socket.on('data', chunk => {
    kept = Buffer.concat([kept, chunk])
    for (let colon = kept.indexOf(':'); colon > 0; colon = kept.indexOf(':')) {
      const end = colon + 1 + Number(kept.subarray(0, colon).toString())
      if (kept.length < end) return
      take(kept.subarray(colon + 1, end).toString())
      kept = kept.subarray(end)
    }
  })
  socket.on('close', () => {
    for (const { reject } of waiting.values()) reject(new Error('Firefox closed.'))
  })
  return (command, parameters = {}) => {
    const id = ++last
    const text = JSON.stringify([0, id, command, parameters])
    const answer = new Promise<Answer>((resolve, reject) => waiting.set(id, { resolve, reject }))
    socket.write(`${Buffer.byteLength(text)}:${text}`)
    return answer
  }
}
