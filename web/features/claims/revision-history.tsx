import { useInfiniteQuery } from '@tanstack/react-query'
import { diffWordsWithSpace } from 'diff'
import type { ClaimRevision } from '#contract/claims.ts'
import { itemsOf } from '../../api/keyset.ts'
import { ChangedWords } from '../../ui/changed-words.tsx'
import { HOW_PUT_LABELS } from '../../ui/labels.ts'
import { LoadMore } from '../../ui/load-more.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { PartialDateText } from '../../ui/partial-date.tsx'
import { TimeAgo } from '../../ui/time-ago.tsx'
import classes from './claims.module.css'
import { claimRevisions } from './queries.ts'

/** Every wording the claim has had, newest first, each with what it changed. */
export function RevisionHistory({ claimId }: { claimId: string }) {
  const query = useInfiniteQuery(claimRevisions(claimId))
  return (
    <Loaded query={query} shape="table">
      {data => {
        const revisions = itemsOf(data)
        return (
          <>
            <ol className={classes.history}>
              {revisions.map((revision, index) => (
                <li key={revision.number}>
                  <Revision revision={revision} before={revisions[index + 1]} />
                </li>
              ))}
            </ol>
            <LoadMore query={query} noun="revisions" />
          </>
        )
      }}
    </Loaded>
  )
}

function Revision({ revision, before }: { revision: ClaimRevision; before: ClaimRevision | undefined }) {
  return (
    <>
      <p className={classes.facts}>
        <strong>{`Revision ${revision.number}`}</strong>
        {revision.revisedBy ? <span>{revision.revisedBy.name}</span> : null}
        <TimeAgo at={revision.revisedAt} />
      </p>
      <p className="words">
        <Difference from={before?.statement ?? revision.statement} to={revision.statement} />
      </p>
      {before ? <OtherChanges revision={revision} before={before} /> : null}
    </>
  )
}

function Difference({ from, to }: { from: string; to: string }) {
  return (
    <ChangedWords
      parts={diffWordsWithSpace(from, to).map(({ added, removed, value }) => ({
        kind: added ? 'added' : removed ? 'removed' : 'same',
        text: value,
      }))}
    />
  )
}

const topics = (list: string[]) => (list.length > 0 ? list.join(', ') : 'none')

function OtherChanges({ revision, before }: { revision: ClaimRevision; before: ClaimRevision }) {
  return (
    <p className={classes.facts}>
      {revision.speaker.id === before.speaker.id ? null : (
        <span>{`Speaker: ${before.speaker.name} → ${revision.speaker.name}`}</span>
      )}
      {revision.howPut === before.howPut ? null : (
        <span>{`How put: ${HOW_PUT_LABELS[before.howPut]} → ${HOW_PUT_LABELS[revision.howPut]}`}</span>
      )}
      {revision.said === before.said ? null : (
        <span>
          Said: <PartialDateText value={before.said} /> → <PartialDateText value={revision.said} />
        </span>
      )}
      {topics(revision.topics) === topics(before.topics) ? null : (
        <span>{`Topics: ${topics(before.topics)} → ${topics(revision.topics)}`}</span>
      )}
    </p>
  )
}
