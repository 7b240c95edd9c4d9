import fs from 'node:fs'
import path from 'node:path'
import { MIGRATIONS } from '../server/db/migrate.ts'
import { createPGlite, poolOverPGlite } from '../server/db/open.ts'
import { sqlToReachSchema } from '../test/support/schema-engine.ts'

/** `npm run migration -- name`: writes the SQL that takes the migrations to what schema.prisma says, to be read and completed by hand. */
const name = process.argv[2]
if (name === undefined || !/^[a-z][a-z0-9_]*$/.test(name)) {
  console.log('Usage: npm run migration -- name_in_snake_case')
  process.exit(2)
}
const pglite = await createPGlite()
const schema = fs.readFileSync(path.join(import.meta.dirname, 'schema.prisma'), 'utf8')
const sql = await sqlToReachSchema(await poolOverPGlite(pglite), schema)
await pglite.close()
if (sql === '') {
  console.log('schema.prisma and the migrations agree: nothing to write.')
} else {
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const folder = path.join(MIGRATIONS, `${stamp}_${name}`)
  fs.mkdirSync(folder)
  fs.writeFileSync(path.join(folder, 'migration.sql'), `${sql}\n`)
  console.log(`Wrote ${path.relative(process.cwd(), folder)}/migration.sql`)
}
