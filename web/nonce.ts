import { setNonce } from 'get-nonce'
import { z } from 'zod'

/** The nonce the server gave this page: the only inline styles the browser accepts carry it. */
export function readNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? ''
}

/** Hands the nonce to the library that locks scrolling, and keeps zod from trying `eval`, which the policy refuses. */
export function takeNonce(): void {
  z.config({ jitless: true })
  const nonce = readNonce()
  if (nonce !== '') setNonce(nonce)
}
