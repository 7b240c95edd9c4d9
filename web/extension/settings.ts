import type { ServerAddress } from '../api/call.ts'

const FIELDS = ['origin', 'key']

/** Where the person's server is and by which key it is asked; null until that was set. Kept on this machine alone. */
export async function readSettings(): Promise<ServerAddress | null> {
  const { origin, key } = await chrome.storage.local.get(FIELDS)
  return typeof origin === 'string' && typeof key === 'string' ? { origin, key } : null
}

export async function saveSettings(settings: { origin: string; key: string }): Promise<void> {
  await chrome.storage.local.set(settings)
}

export async function forgetSettings(): Promise<void> {
  await chrome.storage.local.remove(FIELDS)
}

/** The origin of an address as it is typed, `http` for this machine and `https` for others; null when it is none. */
export function originOf(typed: string): string | null {
  const text = typed.trim()
  const local = /^(localhost|127\.0\.0\.1|\[::1\])(?=[:/]|$)/i.test(text)
  const full = /^[a-z]+:\/\//i.test(text) ? text : `${local ? 'http' : 'https'}://${text}`
  if (!/^https?:\/\/[^\s/]/i.test(full) || !URL.canParse(full)) return null
  return new URL(full).origin
}
