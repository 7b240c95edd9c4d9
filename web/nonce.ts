import { setNonce } from 'get-nonce'

/** The nonce the server gave this page: the only inline styles the browser accepts carry it. */
export function readNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? ''
}

/** Hands the nonce to the library that locks scrolling. */
export function takeNonce(): void {
  const nonce = readNonce()
  if (nonce !== '') setNonce(nonce)
}
