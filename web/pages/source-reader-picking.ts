import { useCallback, useEffect, useEffectEvent, useMemo, useState } from 'react'
import { useSearchParams } from 'react-router'
import type { Span } from '#domain/quote.ts'
import { rectOf, type TextDocument } from '../text/text-document.ts'
import { WIDE } from '../text/use-margin-layout.ts'
import { bringToReading } from '../text/view.ts'
import type { ReaderPassage } from './source-reader-passages.ts'

export const isWide = () => window.matchMedia(WIDE).matches

const claimOf = (passage: ReaderPassage) => passage.claim?.marked.claim.id ?? null

/**
 * Which passage of a text is picked. A picked claim stands in the address, so that it can be passed on; other passages
 * are picked here alone. An address that names a claim or a place is followed once all claims are there.
 */
export function useReaderPicking(
  document: TextDocument,
  passages: readonly ReaderPassage[],
  complete: boolean,
) {
  const [search, setSearch] = useSearchParams()
  const [pointed, setPointed] = useState<string | null>(null)
  /** The passages whose cards stand in a sheet, where there is no margin. */
  const [sheet, setSheet] = useState<readonly string[]>([])
  const linkedClaim = search.get('claim')
  const linkedQuote = search.get('quote')
  const [picked, setPicked] = useState<{ id: string | null; claim: string | null } | null>(null)
  const isOwnPick = picked !== null && picked.claim === linkedClaim
  const active = isOwnPick
    ? picked.id
    : (passages.find(passage => passage.claim?.marked.claim.id === linkedClaim)?.id ?? null)

  const pick = useCallback(
    (id: string | null, claim: string | null) => {
      setPicked({ id, claim })
      setSearch(
        current => {
          const next = new URLSearchParams(current)
          next.delete('quote')
          if (claim === null) next.delete('claim')
          else next.set('claim', claim)
          return next
        },
        { replace: true, preventScrollReset: true },
      )
    },
    [setSearch],
  )

  /** Picks a passage and goes to its words. */
  const open = useCallback(
    (passage: ReaderPassage) => {
      setSheet([])
      pick(passage.id, claimOf(passage))
      const rect = rectOf(document, passage)
      if (rect) bringToReading(rect)
    },
    [pick, document],
  )

  const { length } = document.text
  const linkedSpan = useMemo(() => readSpan(linkedQuote, length), [linkedQuote, length])
  const follow = useEffectEvent(() => {
    const target = linkedSpan ?? (isOwnPick ? null : passages.find(passage => passage.id === active))
    const rect = target && rectOf(document, target)
    if (rect) bringToReading(rect, 'at once')
  })
  useEffect(() => {
    if ((linkedClaim !== null && complete) || linkedQuote !== null) follow()
  }, [linkedClaim, linkedQuote, complete])

  /** Picks the next of the passages that lie over each other where somebody pressed; none when they pressed beside. */
  function pickMarks(ids: string[]) {
    const next = ids[(ids.indexOf(active ?? '') + 1) % ids.length]
    const passage = passages.find(({ id }) => id === next)
    if (!passage) {
      if (active !== null) pick(null, null)
      return
    }
    pick(passage.id, claimOf(passage))
    if (!isWide()) setSheet(ids)
  }

  /** Goes to the claim so many further on; to the first or the last when none is picked. */
  function step(by: 1 | -1) {
    const claims = passages.filter(({ claim }) => claim !== undefined)
    const at = claims.findIndex(({ id }) => id === active)
    const next = claims[at < 0 ? (by === 1 ? 0 : claims.length - 1) : at + by]
    if (next) open(next)
  }

  const lit = useMemo(
    () => passages.filter(({ id }) => id === (pointed ?? active)),
    [passages, pointed, active],
  )
  return { active, lit, linkedSpan, sheet, setSheet, setPointed, pick, pickMarks, open, step }
}

/** `12-80` in an address. */
function readSpan(value: string | null, length: number): Span | null {
  const [, from, to] = /^(\d+)-(\d+)$/.exec(value ?? '') ?? []
  const [start, end] = [Number(from), Number(to)]
  return start < end && end <= length ? { start, end } : null
}
