import type { Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { MOST_BYTES } from '../extract/format.ts'
import { FetchProblem } from './problem.ts'

const UNPACK = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
} as const

export const ENCODINGS = 'gzip, deflate, br'

/**
 * Reads an answer, unpacked, up to the largest document that is read. `onProgress` is told how many bytes came. Throws
 * `FetchProblem` when there is more, or when it cannot be unpacked.
 */
export async function readBody(
  body: Readable,
  encoding: string,
  onProgress: (bytes: number) => void,
): Promise<Uint8Array> {
  const name = encoding.trim().toLowerCase()
  const parts: Uint8Array[] = []
  let received = 0
  let size = 0
  const count = (part: Uint8Array) => {
    received += part.length
    onProgress(received)
    if (received > MOST_BYTES) body.destroy(tooLarge())
  }
  body.on('data', count)
  // What goes wrong is met below; what goes wrong after that concerns nobody.
  body.on('error', () => {})
  const unpacked = name === '' || name === 'identity' ? body : body.pipe(unpacker(name))
  // An error of what is unpacked does not reach what unpacks it.
  if (unpacked !== body) body.on('error', error => unpacked.destroy(error))
  try {
    for await (const part of unpacked) {
      if (!(part instanceof Uint8Array)) continue
      size += part.length
      if (size > MOST_BYTES) throw tooLarge()
      parts.push(part)
    }
  } catch (error) {
    body.destroy()
    if (error instanceof FetchProblem) throw error
    if (
      unpacked !== body &&
      error instanceof Error &&
      'code' in error &&
      /^(Z_|ERR_BROTLI|ERR__ERROR)/.test(String(error.code))
    )
      throw new FetchProblem('The answer is damaged: it cannot be unpacked.', true, { cause: error })
    throw error
  }
  return Buffer.concat(parts)
}

function unpacker(name: string) {
  const known = Object.entries(UNPACK).find(([one]) => one === name)
  if (known === undefined)
    throw new FetchProblem(`The answer is packed in a way that is not read (${name}).`, false)
  return known[1]()
}

const tooLarge = () =>
  new FetchProblem(
    `The page is larger than ${MOST_BYTES / 1_000_000} MB. Save the part that matters as a file, or paste its words.`,
    false,
  )
