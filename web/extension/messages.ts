import type { MarkedClaim } from '#contract/claim-lists.ts'
import type { Source } from '#contract/sources.ts'
import type { Anchored } from '#domain/anchor.ts'

/** A claim of the page that is open, where its quote stands in it now, and the address of its own page. */
export type FoundClaim = { id: string; href: string; marked: MarkedClaim; found: Anchored }

/** What is known of a page, and where its claims stand in the text that was read of it. */
export type KnownPage = { source: Source | null; claims: FoundClaim[] }

export type Failure = { failure: { code: string; message: string } }

/** From a page to the background: find the claims of these addresses in this text. */
export type AskAnchors = { kind: 'anchors'; urls: string[]; text: string; fresh: boolean }

/** From a page to the panel. */
export type PageNews =
  | { kind: 'read'; urls: string[]; known: KnownPage | Failure }
  | { kind: 'selected'; words: string }
  | { kind: 'picked'; id: string }

/** From the panel to a page. `report` is answered by news. */
export type PanelWish = { kind: 'report' } | { kind: 'again' } | { kind: 'show'; id: string }

/** From the background to a page: a key was pressed by which the next claim is shown. */
export type NextClaim = { kind: 'next' }

export type Message = AskAnchors | PageNews | PanelWish | NextClaim

/** Messages come from this extension's own scripts alone: the browser lets no other send them. */
export function isMessage(message: unknown): message is Message {
  return typeof message === 'object' && message !== null && 'kind' in message
}
