import type { Db, Tx } from '../db/open.ts'

const SETTINGS = { secondReader: true, version: true } as const

export type SettingsRow = { secondReader: boolean; version: number }

const AT_THE_START: SettingsRow = { secondReader: false, version: 1 }

export async function findSettings(db: Db): Promise<SettingsRow> {
  return (await db.settings.findUnique({ where: { one: true }, select: SETTINGS })) ?? AT_THE_START
}

/** How many rows the write met: 0 when the version is not the one that stands. */
export async function updateSettings(
  tx: Tx,
  version: number,
  changes: { secondReader: boolean },
): Promise<number> {
  await tx.settings.createMany({ data: AT_THE_START, skipDuplicates: true })
  const { count } = await tx.settings.updateMany({
    where: { one: true, version },
    data: { ...changes, version: { increment: 1 } },
  })
  return count
}
