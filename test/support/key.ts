import type { KeyScope } from '#domain/vocabulary.ts'
import { newSecret } from '../../server/auth/key.ts'
import type { Viewer } from '../../server/auth/viewer.ts'
import type { Deps } from '../../server/deps.ts'
import { insertKey } from '../../server/keys/store.ts'

/** The secret of a new API key of a person, of either scope whatever their role. */
export async function makeKeyOf(
  { database, now }: Deps,
  viewer: Viewer | null,
  key: { scope: KeyScope; expiresAt?: Date; createdAt?: Date },
): Promise<string> {
  const { secret, ...kept } = newSecret()
  await insertKey(database.prisma, {
    createdAt: now(),
    expiresAt: null,
    ...key,
    ...kept,
    name: 'A notebook',
    userId: viewer?.id ?? '',
  })
  return secret
}
