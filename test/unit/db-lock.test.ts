import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { DataDirectoryInUse, lockDirectory } from '../../server/db/lock.ts'

const HOLD = path.resolve(import.meta.dirname, '../support/hold-directory.ts')

let directory: string
const children: ChildProcess[] = []

beforeEach(() => {
  directory = fs.mkdtempSync(path.join(os.tmpdir(), 'counterclaim-lock-'))
})

afterEach(async () => {
  for (const child of children.splice(0)) await end(child)
  fs.rmSync(directory, { recursive: true })
})

async function holdElsewhere(): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--expose-gc', HOLD, directory], {
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  children.push(child)
  const [printed]: unknown[] = await once(child.stdout, 'data')
  expect(String(printed)).toBe('held\n')
  return child
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGKILL')
  await once(child, 'exit')
}

test('a directory that another process holds is refused, with that process and what to do', async () => {
  const child = await holdElsewhere()
  expect(() => lockDirectory(directory)).toThrow(DataDirectoryInUse)
  expect(() => lockDirectory(directory)).toThrow(
    new RegExp(
      `${directory} is already in use by process ${child.pid}\\. Stop the other server first, set DATA_DIR`,
    ),
  )
})

test('`kill -9` of the holder frees the directory', async () => {
  await end(await holdElsewhere())
  expect(fs.existsSync(path.join(directory, 'lock-holder'))).toBe(true)
  lockDirectory(directory).release()
})

test('a directory that was let go can be held again, by this process or another', async () => {
  lockDirectory(directory).release()
  await end(await holdElsewhere())
  lockDirectory(directory).release()
})

test('one process cannot hold a directory twice', () => {
  const lock = lockDirectory(directory)
  expect(() => lockDirectory(directory)).toThrow(DataDirectoryInUse)
  lock.release()
})

test('a directory that does not exist yet is made', () => {
  const inner = path.join(directory, 'a', 'b')
  lockDirectory(inner).release()
  expect(fs.existsSync(inner)).toBe(true)
})
