import { createHmac, randomUUID } from 'node:crypto'
import type { Role } from '#domain/vocabulary.ts'
import type { Viewer } from '../../server/auth/viewer.ts'
import type { Deps } from '../../server/deps.ts'

export type Person = {
  viewer: Viewer
  email: string
  /** `name=value`, as a browser sends it. */
  cookie: string
}

/** Makes a person with a role and a session, past the sign-in, whose speed limit tests would meet. */
export async function makePerson(
  { database, auth }: Pick<Deps, 'database' | 'auth'>,
  secret: string,
  { name, role }: { name: string; role: Role },
): Promise<Person> {
  const id = randomUUID()
  const email = `${name.toLowerCase().replaceAll(' ', '-')}@example.org`
  await database.prisma.user.create({
    data: { id, name, email, role, emailVerified: true },
    select: { id: true },
  })
  const { internalAdapter } = await auth.$context
  const session = await internalAdapter.createSession(id)
  const signature = createHmac('sha256', secret).update(session.token).digest('base64')
  return {
    viewer: { id, name, role },
    email,
    cookie: `counterclaim.session_token=${encodeURIComponent(`${session.token}.${signature}`)}`,
  }
}
