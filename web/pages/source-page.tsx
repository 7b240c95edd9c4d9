import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParams, useSearchParams } from 'react-router'
import type { Snapshot, Source } from '#contract/sources.ts'
import { useCan } from '../api/session.ts'
import { Discussion } from '../features/comments/discussion.tsx'
import { CaptureForm } from '../features/sources/capture-form.tsx'
import { snapshot as snapshotQuery, source as sourceQuery } from '../features/sources/queries.ts'
import { SnapshotLine } from '../features/sources/snapshot-line.tsx'
import { SourceCopies } from '../features/sources/source-copies.tsx'
import { SourceEditForm } from '../features/sources/source-edit-form.tsx'
import { SourceHead } from '../features/sources/source-head.tsx'
import { watch as watchQuery } from '../features/watches/queries.ts'
import { WatchControl } from '../features/watches/watch-control.tsx'
import { VersionDifference } from '../text/version-difference.tsx'
import { useKeys } from '../ui/keys.ts'
import { Loaded } from '../ui/loaded.tsx'
import { notify } from '../ui/notify.tsx'
import { SourceReader } from './source-reader.tsx'

export function Component() {
  const { id = '' } = useParams()
  const query = useQuery(sourceQuery(id))
  return (
    <Loaded query={query} shape="detail">
      {source => <SourcePage key={source.id} source={source} />}
    </Loaded>
  )
}

function SourcePage({ source }: { source: Source }) {
  const mayWrite = useCan('researcher')
  const [search, setSearch] = useSearchParams()
  const [dialog, setDialog] = useState<'edit' | 'capture' | null>(null)
  const { snapshots } = source
  const asked = search.get('snapshot')
  const shown = snapshots.find(({ id }) => id === asked) ?? snapshots[0]
  const before = snapshots[snapshots.findIndex(({ id }) => id === shown?.id) + 1]
  const changes = search.has('changes') && before !== undefined
  const snapshot = useQuery({ ...snapshotQuery(shown?.id ?? ''), enabled: shown !== undefined })

  function show(id: string | undefined, changes: boolean) {
    // The newest version is the page itself, so that its address stays good for the next one.
    const version = id === undefined || id === snapshots[0]?.id ? {} : { snapshot: id }
    const oldest = id === snapshots.at(-1)?.id
    setSearch({ ...version, ...(changes && !oldest && { changes: '' }) }, { preventScrollReset: true })
  }

  useKeys('This source', [
    ...(mayWrite ? [{ keys: 'e', does: 'Correct what is known of it', run: () => setDialog('edit') }] : []),
    ...(snapshots.length > 1
      ? [
          {
            keys: 'v',
            does: 'What this version changed; then the version before',
            run: () => (changes || !before ? show(before?.id, false) : show(shown?.id, true)),
          },
        ]
      : []),
  ])

  return (
    <>
      <SourceHead
        source={source}
        onEdit={mayWrite ? () => setDialog('edit') : undefined}
        onCapture={mayWrite ? () => setDialog('capture') : undefined}
      />
      {mayWrite && source.url ? <SourceWatch id={source.id} /> : null}
      {mayWrite ? <SourceCopies id={source.id} /> : null}
      {shown ? <SnapshotLine snapshots={snapshots} shown={shown} changes={changes} onChange={show} /> : null}
      <Loaded query={snapshot} shape="detail">
        {text =>
          changes ? (
            <Changes before={before.id} text={text} language={source.language} />
          ) : (
            <SourceReader key={text.id} source={source} snapshot={text} />
          )
        }
      </Loaded>
      {mayWrite ? <Discussion subject={{ type: 'source', id: source.id }} /> : null}
      {dialog === 'edit' ? <SourceEditForm source={source} onClose={() => setDialog(null)} /> : null}
      {dialog === 'capture' ? (
        <CaptureForm
          source={source}
          onClose={() => setDialog(null)}
          onCaptured={id => {
            setDialog(null)
            if (id === null) notify({ message: 'This text is stored already: no new version was made.' })
            else setSearch({}, { preventScrollReset: true })
          }}
        />
      ) : null}
    </>
  )
}

/** A failure to read it is no reason to hide the source. */
function SourceWatch({ id }: { id: string }) {
  const watch = useQuery(watchQuery(id)).data
  return watch ? <WatchControl watch={watch} /> : null
}

function Changes({ before, text, language }: { before: string; text: Snapshot; language: string }) {
  return (
    <Loaded query={useQuery(snapshotQuery(before))} shape="detail">
      {older => <VersionDifference older={older.text} newer={text.text} language={language} />}
    </Loaded>
  )
}
