import fs from 'node:fs'
import path from 'node:path'
import { SECTIONS, withSection } from './reference.ts'
import { ROOT } from './source-tree.ts'

/** `npm run docs`: writes the generated tables into the documents. */
for (const section of SECTIONS) {
  const file = path.join(ROOT, section.file)
  fs.writeFileSync(file, withSection(fs.readFileSync(file, 'utf8'), section))
}
