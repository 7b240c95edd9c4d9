import fs from 'node:fs'
import path from 'node:path'

const FOLDERS = ['pages', 'capture'].map(folder => path.resolve(import.meta.dirname, '../fixtures', folder))

/** Hand-made pages of the kinds that publishers make, by the names of their files. */
export const FIXTURE_PAGES: readonly { name: string; html: string }[] = FOLDERS.flatMap(folder =>
  fs
    .readdirSync(folder)
    .toSorted()
    .map(name => ({ name, html: fs.readFileSync(path.join(folder, name), 'utf8') })),
)
