import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import type { Claim } from '#contract/claims.ts'
import type { Snapshot, Source } from '#contract/sources.ts'
import type { Span } from '#domain/quote.ts'
import { useCan } from '../api/session.ts'
import { ClaimCard } from '../features/claiming/claim-card.tsx'
import { lastTopics } from '../features/claiming/placed-claims.ts'
import { snapshotClaims } from '../features/claiming/queries.ts'
import { PassageCommentCard } from '../features/comments-on-passages/passage-comment-card.tsx'
import { DraftCard } from '../text/draft-card.tsx'
import { type Action, type ActionKind, useDraftPlaces } from '../text/draft-places.ts'
import { Margin } from '../text/margin.tsx'
import { QuotedText, type Selected, type TextHandle } from '../text/quoted-text.tsx'
import classes from '../text/reader.module.css'
import { ReaderLayout } from '../text/reader-layout.tsx'
import { SelectionBar } from '../text/selection-bar.tsx'
import { SidePanel } from '../text/side-panel.tsx'
import { createTextDocument } from '../text/text-document.ts'
import { WIDE } from '../text/use-margin-layout.ts'
import { bringToReading, bringUnderHead } from '../text/view.ts'
import { useKeys } from '../ui/keys.ts'
import { notify } from '../ui/notify.tsx'
import { ErrorState } from '../ui/states.tsx'
import { dropDraft } from '../ui/use-draft.ts'
import { PANEL_TITLES, ReaderPanel } from './source-reader-panel.tsx'
import { type ReaderPassage, useReaderPassages } from './source-reader-passages.ts'

const isWide = () => window.matchMedia(WIDE).matches

/** The text of a snapshot with its claims and comments, and the forms that make new ones of its words. */
export function SourceReader({ source, snapshot }: { source: Source; snapshot: Snapshot }) {
  const { text } = snapshot
  const mayWrite = useCan('researcher')
  const [search, setSearch] = useSearchParams()
  const own = useQuery(snapshotClaims(snapshot.id))
  const drafts = useDraftPlaces(snapshot.id, text.length)
  const { open: action, setOpen: setAction, add: addDraft, remove: removeDraft } = drafts
  const { passages, missing, complete } = useReaderPassages(source, snapshot, drafts.places)
  const document = useMemo(() => createTextDocument(text), [text])

  const [selected, setSelected] = useState<Selected | null>(null)
  const [pointed, setPointed] = useState<string | null>(null)
  const [sheet, setSheet] = useState<readonly string[]>([])
  const textHandle = useRef<TextHandle>(null)
  const bar = useRef<{ focus: () => void }>(null)

  // The picked claim stands in the address, so that it can be passed on. Other passages are picked here alone.
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

  const rectOf = useCallback(
    ({ start, end }: Span) => document.map()?.rangeOf({ start, end }).getBoundingClientRect(),
    [document],
  )

  /** Picks a passage and goes to its words. */
  const open = useCallback(
    (passage: ReaderPassage) => {
      setSheet([])
      pick(passage.id, passage.claim?.marked.claim.id ?? null)
      const rect = rectOf(passage)
      if (rect) bringToReading(rect)
    },
    [pick, rectOf],
  )

  const linkedSpan = useMemo(() => readSpan(linkedQuote, text.length), [linkedQuote, text.length])
  const follow = useEffectEvent(() => {
    const target = linkedSpan ?? (isOwnPick ? null : passages.find(passage => passage.id === active))
    const rect = target && rectOf(target)
    if (rect) bringToReading(rect, 'at once')
  })
  useEffect(() => {
    if ((linkedClaim !== null && complete) || linkedQuote !== null) follow()
  }, [linkedClaim, linkedQuote, complete])
  // A form that a reload opened again is shown with its words.
  const resume = useEffectEvent(() => {
    const rect = action && rectOf(action)
    if (rect) bringToReading(rect, 'at once')
  })
  useEffect(() => resume(), [])

  function pickMarks(ids: string[]) {
    const next = ids[(ids.indexOf(active ?? '') + 1) % ids.length]
    const passage = passages.find(({ id }) => id === next)
    if (!passage) {
      if (active !== null) pick(null, null)
      return
    }
    pick(passage.id, passage.claim?.marked.claim.id ?? null)
    if (!isWide()) setSheet(ids)
  }

  function begin(kind: ActionKind, span: Span | null) {
    if (!span) return
    const { start, end } = span
    window.getSelection()?.removeAllRanges()
    setSelected(null)
    setSheet([])
    setAction({ kind, start, end })
    const rect = rectOf(span)
    if (rect && !isWide()) bringUnderHead(rect)
  }

  function close() {
    setAction(null)
    textHandle.current?.focus()
  }

  function clearSelection() {
    window.getSelection()?.removeAllRanges()
    setSelected(null)
    textHandle.current?.focus()
  }

  function step(by: 1 | -1) {
    const claims = passages.filter(({ claim }) => claim !== undefined)
    const at = claims.findIndex(({ id }) => id === active)
    const next = claims[at < 0 ? (by === 1 ? 0 : claims.length - 1) : at + by]
    if (next) open(next)
  }

  const discard = useCallback(
    (action: Action) => {
      const restore = dropDraft(`${action.kind}-${snapshot.id}-${action.start}-${action.end}`)
      removeDraft(action)
      notify({
        message: `The unsaved ${action.kind} is thrown away.`,
        undo: () => {
          restore()
          addDraft(action)
        },
      })
    },
    [addDraft, removeDraft, snapshot.id],
  )

  useKeys('This text', [
    { keys: 'j', does: 'Next claim', run: () => step(1) },
    { keys: 'k', does: 'Claim before', run: () => step(-1) },
    ...(mayWrite
      ? [
          { keys: 's', does: 'Select in the text with keys', run: () => textHandle.current?.beginKeys() },
          { keys: 'ArrowDown', does: 'Next sentence; up: the one before' },
          { keys: 'ArrowRight', does: 'Next word; left: the one before' },
          { keys: 'shift+ArrowRight', does: 'A word more; left: a word less. Up and down: a sentence' },
          { keys: 'c', does: 'Claim of the selected words', run: () => begin('claim', selected) },
          { keys: 'q', does: 'Quote for an existing claim', run: () => begin('quote', selected) },
          { keys: 'm', does: 'Comment on the selected words', run: () => begin('comment', selected) },
        ]
      : []),
    ...(selected || action
      ? [{ keys: 'Escape', does: 'Close', run: () => (selected ? clearSelection() : close()) }]
      : []),
  ])

  const cardOf = useCallback(
    (passage: ReaderPassage, isActive: boolean): ReactNode => {
      const { claim, comment, draft } = passage
      const shared = {
        active: isActive,
        onOpen: () => open(passage),
        onPoint: (on: boolean) => setPointed(on ? passage.id : null),
      }
      if (claim)
        return <ClaimCard claim={claim.marked.claim} found={claim.found} mayLink={mayWrite} {...shared} />
      if (comment) return <PassageCommentCard comment={comment.comment} {...shared} />
      return draft ? (
        <DraftCard kind={draft.kind} onResume={() => setAction(draft)} onDiscard={() => discard(draft)} />
      ) : null
    },
    [open, mayWrite, setAction, discard],
  )

  const items = useMemo(
    () => passages.map(passage => ({ ...passage, card: cardOf(passage, passage.id === active) })),
    [passages, cardOf, active],
  )
  const lit = useMemo(
    () => passages.filter(({ id }) => id === (pointed ?? active)),
    [passages, pointed, active],
  )
  const pending = useMemo(() => action ?? linkedSpan, [action, linkedSpan])

  function saved(id: string, claim: Claim | null) {
    close()
    pick(id, claim?.id ?? null)
    if (claim && action?.kind === 'claim') notify({ title: 'Claim saved', message: linkTo(claim) })
  }

  const panel = action ? (
    <SidePanel
      key={`${action.kind}-${action.start}-${action.end}`}
      title={PANEL_TITLES[action.kind]}
      onClose={close}
    >
      <ReaderPanel
        source={source}
        snapshot={snapshot}
        action={action}
        topics={lastTopics(own.data ?? [])}
        onDraft={kept => (kept ? addDraft(action) : removeDraft(action))}
        onSaved={saved}
      />
    </SidePanel>
  ) : sheet.length > 0 ? (
    <SidePanel title="Claims of these words" onClose={() => setSheet([])}>
      {items
        .filter(({ id }) => sheet.includes(id))
        .map(item => (
          <div key={item.id}>{cardOf(item, true)}</div>
        ))}
    </SidePanel>
  ) : null

  return (
    <ReaderLayout
      title={mayWrite ? 'Claims and comments' : 'Claims'}
      panel={panel}
      text={
        <>
          <QuotedText
            document={document}
            language={source.language}
            marks={passages}
            lit={lit}
            pending={pending}
            selected={selected}
            onSelect={mayWrite ? setSelected : undefined}
            onAct={() => {
              setSelected(now => now && { ...now, settled: true })
              requestAnimationFrame(() => bar.current?.focus())
            }}
            onPick={pickMarks}
            onPoint={setPointed}
            handle={textHandle}
          />
          {selected?.settled ? (
            <SelectionBar
              document={document}
              span={selected}
              onClose={clearSelection}
              handle={bar}
              actions={[
                { label: 'Claim', short: 'Claim', keys: 'c', run: () => begin('claim', selected) },
                {
                  label: 'Quote for an existing claim',
                  short: 'Quote',
                  keys: 'q',
                  run: () => begin('quote', selected),
                },
                { label: 'Comment', short: 'Comment', keys: 'm', run: () => begin('comment', selected) },
              ]}
            />
          ) : null}
        </>
      }
      cards={
        <>
          {own.isError ? <ErrorState error={own.error} onRetry={own.refetch} /> : null}
          {own.isSuccess && items.length === 0 && mayWrite ? (
            <p className={classes.hint}>
              Select words to make a claim of them, or press <kbd>S</kbd> to select with keys.
            </p>
          ) : null}
          <Margin document={document} label="Claims and comments in the text" items={items} fixed={active} />
          {missing.length > 0 ? (
            <>
              <h2 className={classes.goneTitle}>Claims whose words are not in this version</h2>
              <ul className={classes.gone}>
                {missing.map(({ id, marked, found }) => (
                  <li key={id}>
                    <ClaimCard
                      claim={marked.claim}
                      found={found}
                      active={false}
                      mayLink={mayWrite}
                      onOpen={() => setSearch({ snapshot: marked.quote.snapshotId, claim: marked.claim.id })}
                      onPoint={() => {}}
                    />
                  </li>
                ))}
              </ul>
            </>
          ) : null}
        </>
      }
    />
  )
}

function linkTo(claim: Claim): ReactNode {
  return <Link to={`/claims/${claim.id}`}>Open the claim</Link>
}

/** `12-80` in an address. */
function readSpan(value: string | null, length: number): Span | null {
  const [, from, to] = /^(\d+)-(\d+)$/.exec(value ?? '') ?? []
  const [start, end] = [Number(from), Number(to)]
  return start < end && end <= length ? { start, end } : null
}
