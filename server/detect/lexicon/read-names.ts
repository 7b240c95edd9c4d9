import { readFileSync } from 'node:fs'

/** What the files of `names/` tell, as lists of a head and its members. */
export type NameLists = {
  /** A place, and the places that lie in it. */
  places: NameList[]
  /** A place, and other spellings of its name. */
  spellings: NameList[]
  /** A country or region, and what it and its people are called. */
  peoples: NameList[]
  /** A country, and its seat of government in each spelling. */
  capitals: NameList[]
  /** Who acts (`country / office` or a name of its own), and the names that stand for it. */
  actors: NameList[]
}
export type NameList = { head: string; members: string[] }

const LINE = /^([^:;]+):(?: (.+))?$/

/** Reads the lines `head: member; member` of one file. Throws, naming the line, where a line has another form. */
export function parseNames(text: string, file: string): NameList[] {
  return text
    .trimEnd()
    .split('\n')
    .map((line, i) => {
      const [, head, members = ''] = LINE.exec(line) ?? []
      if (head === undefined) throw new Error(`${file}, line ${i + 1}: expected "head: name; name"`)
      return { head, members: members.split(';').flatMap(name => name.trim() || []) }
    })
}

const read = (file: string): NameList[] =>
  parseNames(readFileSync(new URL(`./names/${file}`, import.meta.url), 'utf8'), file)

/** All lists as they stand in `names/`. */
export function readNameLists(): NameLists {
  return {
    places: read('places.txt'),
    spellings: read('spellings.txt'),
    peoples: read('peoples.txt'),
    capitals: read('capitals.txt'),
    actors: read('actors.txt'),
  }
}
