import { readdirSync, readFileSync } from 'node:fs'

/**
 * States of affairs in news language, written by hand (`states/*.txt`). A frame is a question that news answer in many wordings
 * ("what became of the application"); its states are the answers, which exclude one another, each with the phrases that mean or imply it.
 */
export type Frame = {
  name: string
  /** What it is about, for a reader of the file. */
  note: string
  /** What happened stays so (won or lost, genuine or forged); otherwise it may change in time (held or free). */
  lasting: boolean
  states: { name: string; phrases: string[] }[]
}

const HEAD = /^([\p{L}\p{N}-]+) ([!~]) (.+)$/u
const STATE = /^([^:;]+): (.+)$/

/**
 * Reads frames from the text of one file: a line `name ! note` (lasting) or `name ~ note` (may change), then a line `state: phrase; phrase; …`
 * per state, frames parted by empty lines. Throws, naming the line, where a line has neither form.
 */
export function parseFrames(text: string, file: string): Frame[] {
  const frames: Frame[] = []
  let open: Frame | null = null
  for (const [i, line] of text.split('\n').entries()) {
    if (line.trim() === '') {
      open = null
      continue
    }
    if (open === null) {
      const [, name, mark, note] = HEAD.exec(line) ?? []
      if (name === undefined || note === undefined)
        throw new Error(`${file}, line ${i + 1}: expected "name ! note" or "name ~ note"`)
      open = { name, note, lasting: mark === '!', states: [] }
      frames.push(open)
      continue
    }
    const [, name, phrases] = STATE.exec(line) ?? []
    if (name === undefined || phrases === undefined)
      throw new Error(`${file}, line ${i + 1}: expected "state: phrase; phrase"`)
    open.states.push({
      name,
      phrases: phrases
        .split(';')
        .map(phrase => phrase.trim())
        .filter(phrase => phrase !== ''),
    })
  }
  return frames
}

const folder = new URL('./states/', import.meta.url)

/** All frames, in the order of the files' names. Throws where two frames have one name. */
export function readFrames(): Frame[] {
  const frames = readdirSync(folder)
    .filter(file => file.endsWith('.txt'))
    .toSorted()
    .flatMap(file => parseFrames(readFileSync(new URL(file, folder), 'utf8'), file))
  const names = new Set<string>()
  for (const { name } of frames) {
    if (names.has(name)) throw new Error(`two frames are called ${name}`)
    names.add(name)
  }
  return frames
}
