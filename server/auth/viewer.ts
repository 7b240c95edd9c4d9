import { atLeast, type KeyScope, type Role } from '#domain/vocabulary.ts'

/**
 * Who is asking. Null, wherever it may be null, is somebody without an account. `key` is there when a program asks in
 * the person's name.
 */
export type Viewer = { id: string; name: string; role: Role; key?: { id: string; scope: KeyScope } }

/** How much is shown: `all`, or only what stands on published disputed points. */
export type Audience = 'all' | 'published'

export function audienceOf(viewer: Viewer | null): Audience {
  return atLeast(viewer?.role ?? null, 'researcher') ? 'all' : 'published'
}
