import fs from 'node:fs'
import http from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Adviser, Asking } from '../../../server/opinions/adviser.ts'
import { createLocalAdviser } from '../../../server/opinions/local-model.ts'
import { createModelThread } from '../../../server/opinions/model-thread.ts'
import { writeTinyModel } from '../../support/tiny-model.ts'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'counterclaim-model-'))
const tiny = path.join(folder, 'tiny')
const twoLabels = path.join(folder, 'two-labels')
beforeAll(() => {
  writeTinyModel(tiny)
  writeTinyModel(twoLabels, ['entailment', 'not_entailment', 'other'])
})
afterAll(() => fs.rmSync(folder, { recursive: true }))

const open: Adviser[] = []
afterEach(async () => {
  for (const adviser of open.splice(0)) await adviser.close()
})

function adviserOf(model: string, hub = 'http://127.0.0.1:9'): Adviser {
  const adviser = createLocalAdviser({ model, hub, cacheDir: path.join(folder, 'cache') })
  open.push(adviser)
  return adviser
}

const told = (statement: string) => ({ statement, speaker: 'Ada', said: null, howPut: 'asserted' })
const asking = (): Asking => ({ spend: () => Promise.resolve(true), signal: new AbortController().signal })
const ask = (adviser: Adviser, a: string, b: string) => adviser.ask({ a: told(a), b: told(b) }, asking())

/** An optional dependency: where it was left out there is nothing to test but that; in CI it is there. */
const installed = (() => {
  try {
    createRequire(import.meta.url).resolve('@huggingface/transformers')
    return true
  } catch {
    return process.env.CI === 'true'
  }
})()

describe.runIf(installed)('a model in a folder', () => {
  test.each([
    ['The troops leave', 'The troops do not leave', 'contradicts'],
    ['The troops never leave', 'The troops leave', 'contradicts'],
    ['The troops leave', 'The tanks leave also', 'agrees'],
    ['The troops leave', 'Perhaps the troops leave', 'neither'],
  ] as const)('“%s” and “%s”: %s', async (a, b, leaning) => {
    const reply = await ask(adviserOf(tiny), a, b)
    if (reply.state !== 'given') throw new Error(JSON.stringify(reply))
    const { verdict } = reply
    expect(verdict[leaning]).toBeGreaterThan(0.5)
    expect(verdict.contradicts + verdict.agrees + verdict.neither).toBeCloseTo(1, 6)
    expect(reply).toMatchObject({ request: JSON.stringify({ a, b }), spans: [], attempts: 1, tokens: null })
  })

  test('is named after its folder, and says nothing leaves the machine', () => {
    expect(adviserOf(tiny)).toMatchObject({ name: 'nli', model: 'tiny', sentTo: null, perDay: null })
  })

  test('answers the same from either side, one question after the other', async () => {
    const adviser = adviserOf(tiny)
    const [one, other] = [
      await ask(adviser, 'They leave', 'They do not leave'),
      await ask(adviser, 'They do not leave', 'They leave'),
    ]
    if (one.state !== 'given' || other.state !== 'given') throw new Error('not given')
    expect(one.verdict).toEqual(other.verdict)
  })

  test('a long statement is cut to what the model takes', async () => {
    expect(await ask(adviserOf(tiny), 'troops '.repeat(5_000), 'not')).toMatchObject({ state: 'given' })
  })

  test('one with other labels is refused', async () => {
    expect(await ask(adviserOf(twoLabels), 'Yes', 'No')).toMatchObject({
      state: 'failed',
      failure: expect.stringContaining('none is “contradiction”'),
    })
  })

  test('a folder without a model says what is missing', async () => {
    expect(await ask(adviserOf(folder), 'Yes', 'No')).toMatchObject({
      state: 'failed',
      failure: expect.stringContaining('config.json, tokenizer.json'),
    })
  })

  test('weights of eight bits are taken where there are no whole ones', async () => {
    const small = path.join(folder, 'small')
    fs.cpSync(tiny, small, { recursive: true })
    fs.renameSync(path.join(small, 'onnx', 'model.onnx'), path.join(small, 'onnx', 'model_quantized.onnx'))
    expect(await ask(adviserOf(small), 'Yes', 'Not')).toMatchObject({ state: 'given' })
  })

  test('a damaged model is told, and a sound one answers afterwards', async () => {
    const damaged = path.join(folder, 'damaged')
    fs.cpSync(tiny, damaged, { recursive: true })
    const file = path.join(damaged, 'onnx', 'model.onnx')
    const sound = fs.readFileSync(file)
    fs.writeFileSync(file, sound.subarray(0, 40))
    const adviser = adviserOf(damaged)
    expect(await ask(adviser, 'Yes', 'Not')).toMatchObject({ state: 'failed' })
    fs.writeFileSync(file, sound)
    expect(await ask(adviser, 'Yes', 'Not')).toMatchObject({ state: 'given' })
  })

  test('when the process stops while it thinks, the question waits', async () => {
    const stopping = new AbortController()
    const adviser = adviserOf(tiny)
    const reply = adviser.ask({ a: told('Yes'), b: told('No') }, { ...asking(), signal: stopping.signal })
    stopping.abort()
    expect(await reply).toEqual({ state: 'unasked' })
  })

  test('a model that takes too long is given up', async () => {
    const thread = createModelThread({ name: tiny, cacheDir: folder, hub: null }, { loadMs: 1 })
    expect(await thread.judge({ a: 'Yes', b: 'No' }, new AbortController().signal)).toEqual({
      failure: expect.stringContaining('within 0.001 seconds'),
    })
  })
})

describe.runIf(installed)('a model of a hub', () => {
  test('is downloaded once, and asked from there on', async () => {
    const asked: string[] = []
    const server = http.createServer((request, response) => {
      asked.push(request.url ?? '')
      const file = path.join(tiny, (request.url ?? '').replace('/newsroom/tiny/resolve/main/', ''))
      if (!fs.existsSync(file)) response.writeHead(404).end()
      else response.writeHead(200, { 'content-length': fs.statSync(file).size }).end(fs.readFileSync(file))
    })
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const hub = `http://127.0.0.1:${port}`
    expect(await ask(adviserOf('newsroom/tiny', hub), 'Yes', 'Not')).toMatchObject({ state: 'given' })
    const before = asked.length
    expect(asked.some(url => url.endsWith('/onnx/model.onnx'))).toBe(true)
    expect(asked.join()).not.toMatch(/Yes|Not\b/)
    server.closeAllConnections()
    await new Promise(resolve => server.close(resolve))
    expect(await ask(adviserOf('newsroom/tiny', hub), 'Yes', 'Not')).toMatchObject({ state: 'given' })
    expect(asked).toHaveLength(before)
  })

  test('one that cannot be reached is told', async () => {
    expect(await ask(adviserOf('newsroom/nowhere'), 'Yes', 'No')).toMatchObject({
      state: 'failed',
      attempts: 1,
    })
  })
})

if (!installed)
  test('without the package the failure says how to install it', async () => {
    expect(await ask(adviserOf(tiny), 'Yes', 'No')).toMatchObject({
      state: 'failed',
      failure: expect.stringContaining('npm install --include=optional'),
    })
  })

test('without a budget the model is not even loaded', async () => {
  const reply = await adviserOf(tiny).ask(
    { a: told('Yes'), b: told('No') },
    { ...asking(), spend: () => Promise.resolve(false) },
  )
  expect(reply).toEqual({ state: 'unasked' })
})
