import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useCallback, useMemo } from 'react'
import { Link } from 'react-router'
import type { Claim } from '#contract/claims.ts'
import type { Snapshot, Source } from '#contract/sources.ts'
import { useCan } from '../api/session.ts'
import { ClaimCard } from '../features/claiming/claim-card.tsx'
import { lastTopics } from '../features/claiming/placed-claims.ts'
import { snapshotClaims } from '../features/claiming/queries.ts'
import { PassageCommentCard } from '../features/comments-on-passages/passage-comment-card.tsx'
import { DraftCard } from '../text/draft-card.tsx'
import { useDraftPlaces } from '../text/draft-places.ts'
import { Margin } from '../text/margin.tsx'
import { QuotedText } from '../text/quoted-text.tsx'
import classes from '../text/reader.module.css'
import { ReaderLayout } from '../text/reader-layout.tsx'
import { SelectionBar } from '../text/selection-bar.tsx'
import { SidePanel } from '../text/side-panel.tsx'
import { createTextDocument } from '../text/text-document.ts'
import { notify } from '../ui/notify.tsx'
import { ErrorState } from '../ui/states.tsx'
import { useReaderForms } from './source-reader-forms.ts'
import { useReaderKeys } from './source-reader-keys.ts'
import { MissingClaims } from './source-reader-missing.tsx'
import { PANEL_TITLES, ReaderPanel } from './source-reader-panel.tsx'
import { type ReaderPassage, useReaderPassages } from './source-reader-passages.ts'
import { useReaderPicking } from './source-reader-picking.ts'

/** The text of a snapshot with its claims and comments, and the forms that make new ones of its words. */
export function SourceReader({ source, snapshot }: { source: Source; snapshot: Snapshot }) {
  const { text } = snapshot
  const mayWrite = useCan('researcher')
  const own = useQuery(snapshotClaims(snapshot.id))
  const drafts = useDraftPlaces(snapshot.id, text.length)
  const { passages, missing, complete } = useReaderPassages(source, snapshot, drafts.places)
  const document = useMemo(() => createTextDocument(text), [text])
  const picking = useReaderPicking(document, passages, complete)
  const { active, sheet, setSheet, setPointed, open, linkedSpan } = picking
  const forms = useReaderForms(document, snapshot.id, drafts, () => setSheet([]))
  const { action, selected, begin, resumeAt, discard } = forms
  useReaderKeys(forms, picking.step, mayWrite)

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
        <DraftCard kind={draft.kind} onResume={() => resumeAt(draft)} onDiscard={() => discard(draft)} />
      ) : null
    },
    [open, mayWrite, setPointed, resumeAt, discard],
  )
  const items = useMemo(
    () => passages.map(passage => ({ ...passage, card: cardOf(passage, passage.id === active) })),
    [passages, cardOf, active],
  )
  const pending = useMemo(() => action ?? linkedSpan, [action, linkedSpan])

  function saved(id: string, claim: Claim | null) {
    forms.close()
    picking.pick(id, claim?.id ?? null)
    if (claim && action?.kind === 'claim')
      notify({ title: 'Claim saved', message: <Link to={`/claims/${claim.id}`}>Open the claim</Link> })
  }

  const panel = action ? (
    <SidePanel
      key={`${action.kind}-${action.start}-${action.end}`}
      title={PANEL_TITLES[action.kind]}
      onClose={forms.close}
    >
      <ReaderPanel
        source={source}
        snapshot={snapshot}
        action={action}
        topics={lastTopics(own.data ?? [])}
        onDraft={kept => (kept ? forms.keep(action) : forms.drop(action))}
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
            lit={picking.lit}
            pending={pending}
            selected={selected}
            onSelect={mayWrite ? forms.setSelected : undefined}
            onAct={forms.settle}
            onPick={picking.pickMarks}
            onPoint={setPointed}
            handle={forms.textHandle}
          />
          {selected?.settled ? (
            <SelectionBar
              document={document}
              span={selected}
              onClose={forms.clearSelection}
              handle={forms.bar}
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
          <MissingClaims missing={missing} mayLink={mayWrite} />
        </>
      }
    />
  )
}
