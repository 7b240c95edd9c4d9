import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { useParams } from 'react-router'
import type { Speaker } from '#contract/speakers.ts'
import { itemsOf } from '../api/keyset.ts'
import { useCan } from '../api/session.ts'
import { ClaimRows } from '../features/claims/claim-rows.tsx'
import { claimList } from '../features/claims/queries.ts'
import { RelationList } from '../features/relations/relation-list.tsx'
import { speaker as speakerQuery } from '../features/speakers/queries.ts'
import classes from '../features/speakers/speakers.module.css'
import { count, SPEAKER_KIND_LABELS } from '../ui/labels.ts'
import { LoadMore } from '../ui/load-more.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { PageTitle } from '../ui/page-title.tsx'
import { EmptyState } from '../ui/states.tsx'

const SpeakerForm = lazy(async () => ({
  default: (await import('../features/speakers/speaker-form.tsx')).SpeakerForm,
}))

export function Component() {
  const { id = '' } = useParams()
  const query = useQuery(speakerQuery(id))
  return (
    <Loaded query={query} shape="detail">
      {speaker => <SpeakerDetail speaker={speaker} />}
    </Loaded>
  )
}

function SpeakerDetail({ speaker }: { speaker: Speaker }) {
  const [editing, edit] = useDisclosure(false)
  const mayEdit = useCan('researcher')
  const facts = [speaker.role, speaker.disambiguation, count(speaker.claims, 'claim')]
    .filter(Boolean)
    .join(' · ')
  return (
    <>
      <PageTitle
        title={speaker.name}
        eyebrow={SPEAKER_KIND_LABELS[speaker.kind]}
        lead={
          <>
            {facts}
            {speaker.aliases.length > 0 ? <div>{`Also known as ${speaker.aliases.join(', ')}`}</div> : null}
            {speaker.wikidataId ? (
              <div>
                <a
                  href={`https://www.wikidata.org/wiki/${speaker.wikidataId}`}
                  target="_blank"
                  rel="noreferrer"
                >
                  {`Wikidata ${speaker.wikidataId}`}
                </a>
              </div>
            ) : null}
          </>
        }
        actions={
          mayEdit ? (
            <Button variant="default" onClick={edit.open}>
              Correct
            </Button>
          ) : null
        }
      />
      {editing ? (
        <Suspense fallback={null}>
          <SpeakerForm speaker={speaker} onClose={edit.close} />
        </Suspense>
      ) : null}
      <section className={classes.section}>
        <h2>Where they contradict themselves</h2>
        <RelationList
          filter={{ speaker: speaker.id, kind: ['contradicts', 'supersedes'], state: ['confirmed'] }}
          empty={<p className="soft">No two of their claims have been found to contradict each other.</p>}
        />
      </section>
      <section className={classes.section}>
        <h2>What they said, in order of time</h2>
        <SaidInOrder id={speaker.id} />
      </section>
    </>
  )
}

function SaidInOrder({ id }: { id: string }) {
  const query = useInfiniteQuery(claimList({ speaker: [id] }, 'said_first'))
  return (
    <Loaded query={query} shape="list">
      {data => {
        const claims = itemsOf(data)
        return claims.length > 0 ? (
          <>
            <ClaimRows claims={claims} label="Claims in order of time" />
            <LoadMore query={query} noun="claims" />
          </>
        ) : (
          <EmptyState title="No claims" text="No claim is attributed to this speaker yet." />
        )
      }}
    </Loaded>
  )
}
