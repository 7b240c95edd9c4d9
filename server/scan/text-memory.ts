/** A text of a few hundred bytes costs as an object many times that: hundreds of thousands are kept as bytes. */
export type TextMemory = {
  /** Adds a text; the first one has the number 0, the next one 1. */
  add: (text: string) => void
  read: (number: number) => string
}

const CHUNK_BYTES = 8 * 1024 * 1024

export function createTextMemory(chunkBytes = CHUNK_BYTES): TextMemory {
  const chunks: Buffer[] = []
  let used = 0
  /** Per text the chunk it stands in, its first byte there and its length. */
  let places = new Int32Array(3 * 1_024)
  let size = 0
  return {
    add: text => {
      const length = Buffer.byteLength(text)
      if (chunks.length === 0 || used + length > chunkBytes) {
        chunks.push(Buffer.allocUnsafeSlow(Math.max(chunkBytes, length)))
        used = 0
      }
      chunks.at(-1)!.write(text, used)
      if (size * 3 === places.length) {
        const more = new Int32Array(places.length * 2)
        more.set(places)
        places = more
      }
      places.set([chunks.length - 1, used, length], size * 3)
      used += length
      size++
    },
    read: number => {
      const [chunk = 0, start = 0, length = 0] = places.subarray(number * 3, number * 3 + 3)
      return chunks[chunk]!.toString('utf8', start, start + length)
    },
  }
}
