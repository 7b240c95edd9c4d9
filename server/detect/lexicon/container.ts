import { z } from 'zod'

/** One file of named typed arrays: what the lexicon and the weights are stored in. */

const TYPES = {
  i8: Int8Array,
  u8: Uint8Array,
  u16: Uint16Array,
  i32: Int32Array,
  f32: Float32Array,
  f64: Float64Array,
}
type TypeName = keyof typeof TYPES
export type Section = Int8Array | Uint8Array | Uint16Array | Int32Array | Float32Array | Float64Array
const Header = z.array(
  z.object({
    name: z.string(),
    type: z.enum(['i8', 'u8', 'u16', 'i32', 'f32', 'f64']),
    length: z.number(),
    at: z.number(),
  }),
)
type Header = z.infer<typeof Header>

function typeOf(section: Section): TypeName {
  if (section instanceof Int8Array) return 'i8'
  if (section instanceof Uint8Array) return 'u8'
  if (section instanceof Uint16Array) return 'u16'
  if (section instanceof Int32Array) return 'i32'
  return section instanceof Float32Array ? 'f32' : 'f64'
}

/**
 * Puts named typed arrays into one file: the length of a JSON header (4 bytes, little-endian), the header, the arrays,
 * each on an 8-byte boundary. The same sections give the same bytes.
 */
export function pack(sections: Record<string, Section>): Uint8Array {
  const header: Header = []
  let at = 0
  for (const [name, section] of Object.entries(sections)) {
    header.push({ name, type: typeOf(section), length: section.length, at })
    at += Math.ceil(section.byteLength / 8) * 8
  }
  const json = new TextEncoder().encode(JSON.stringify(header))
  const start = Math.ceil((4 + json.length) / 8) * 8
  const file = new Uint8Array(start + at)
  new DataView(file.buffer).setUint32(0, json.length, true)
  file.set(json, 4)
  for (const [i, section] of Object.values(sections).entries())
    file.set(new Uint8Array(section.buffer, section.byteOffset, section.byteLength), start + header[i]!.at)
  return file
}

/** Reads what `pack` wrote. Throws a RangeError when the bytes end early. */
export function unpack(bytes: Uint8Array): Map<string, Section> {
  const file = new Uint8Array(bytes).buffer
  const length = new DataView(file).getUint32(0, true)
  const header = Header.parse(JSON.parse(new TextDecoder().decode(new Uint8Array(file, 4, length))))
  const start = Math.ceil((4 + length) / 8) * 8
  const sections = new Map<string, Section>()
  for (const { name, type, length, at } of header)
    sections.set(name, new TYPES[type](file, start + at, length))
  return sections
}

/** The section called `name`, when it has the type that is asked for; throws when the file has none. */
export function section<T extends Section>(
  sections: Map<string, Section>,
  name: string,
  type: new (...args: never[]) => T,
): T {
  const found = sections.get(name)
  if (!(found instanceof type)) throw new Error(`the file has no section ${name}`)
  return found
}

/** Words as one section: UTF-8, one a line. */
export function packWords(words: string[]): Uint8Array {
  return new TextEncoder().encode(words.join('\n'))
}

/** The words that `packWords` stored. */
export function unpackWords(section: Uint8Array): string[] {
  return new TextDecoder().decode(section).split('\n')
}
