import type { Settings } from '#contract/settings.ts'
import { conflict } from '#domain/refusals.ts'
import type { Viewer } from '../auth/viewer.ts'
import type { Deps } from '../deps.ts'
import { recordEvent } from '../events/store.ts'
import * as store from './store.ts'

/** There is one record of settings. */
const SUBJECT = 'instance'

/** Changes how this instance is set. Throws `conflict` with the settings as they stand on an old version. */
export async function updateSettings(
  { database: { prisma } }: Deps,
  admin: Viewer,
  { version, secondReader }: { version: number; secondReader: boolean },
): Promise<Settings> {
  const done = await prisma.$transaction(async tx => {
    const before = await store.findSettings(tx)
    if ((await store.updateSettings(tx, version, { secondReader })) === 0) return false
    await recordEvent(tx, {
      actor: admin,
      action: 'settings.changed',
      subjectId: SUBJECT,
      from: { secondReader: before.secondReader },
      to: { secondReader },
    })
    return true
  })
  const settings = await store.findSettings(prisma)
  if (!done) throw conflict('Somebody else changed the settings first. See how they stand now.', settings)
  return settings
}
