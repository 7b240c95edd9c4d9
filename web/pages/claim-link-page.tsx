import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useParams, useSearchParams } from 'react-router'
import type { Relation } from '#contract/relations.ts'
import { ApiError } from '../api/api-error.ts'
import { claim as claimQuery } from '../api/claim-queries.ts'
import { useCan, useMe } from '../api/session.ts'
import { ClaimPicker } from '../features/claims/claim-picker.tsx'
import { LinkForm } from '../features/relations/link-form.tsx'
import { RELATION_KIND_LABELS, RELATION_STATE_LABELS } from '../ui/labels.ts'
import { Loaded } from '../ui/loaded.tsx'
import { PageTitle } from '../ui/page-title.tsx'
import { EmptyState, ErrorState, LoadingSkeleton } from '../ui/states.tsx'

const FOR_RESEARCHERS = new ApiError({
  status: 403,
  code: 'forbidden',
  message: 'Linking claims is for researchers and editors.',
})

export function Component() {
  const { id = '' } = useParams()
  const me = useMe()
  const mayLink = useCan('researcher')
  if (me === undefined) return <LoadingSkeleton shape="columns" />
  return (
    <>
      <PageTitle
        title="Link two claims"
        lead="Could both be true at once? If not, mark the words that stand against each other."
      />
      {mayLink ? <Linking id={id} /> : <ErrorState error={FOR_RESEARCHERS} />}
    </>
  )
}

function Linking({ id }: { id: string }) {
  const [search, setSearch] = useSearchParams()
  const other = search.get('to')
  const [linked, setLinked] = useState<Relation | null>(null)
  const left = useQuery(claimQuery(id))
  if (linked) return <Linked id={id} relation={linked} />
  return (
    <Loaded query={left} shape="detail">
      {claim =>
        other === null ? (
          <>
            <p className="words">{claim.statement}</p>
            <p className="soft">{claim.speaker.name}</p>
            <ClaimPicker
              label="Find the other claim"
              not={id}
              onPick={picked => setSearch({ to: picked.id })}
            />
          </>
        ) : (
          <Right left={claim} id={other} onLinked={setLinked} onChange={() => setSearch({})} />
        )
      }
    </Loaded>
  )
}

function Right({
  left,
  id,
  onLinked,
  onChange,
}: {
  left: Parameters<typeof LinkForm>[0]['left']
  id: string
  onLinked: (relation: Relation) => void
  onChange: () => void
}) {
  const right = useQuery(claimQuery(id))
  return (
    <Loaded query={right} shape="columns">
      {claim => (
        <>
          <Button variant="subtle" size="compact-sm" mb="sm" onClick={onChange}>
            Choose another claim
          </Button>
          <LinkForm key={claim.id} left={left} right={claim} onLinked={onLinked} />
        </>
      )}
    </Loaded>
  )
}

function Linked({ id, relation }: { id: string; relation: Relation }) {
  return (
    <EmptyState
      title={`${RELATION_KIND_LABELS[relation.kind]}: ${RELATION_STATE_LABELS[relation.state].toLowerCase()}`}
      text="The pair is stored with its reasons."
      action={
        <>
          <Button component={Link} to={`/disputes/new?claims=${relation.a.id},${relation.b.id}`} mr="sm">
            Put both on a disputed point
          </Button>
          <Button component={Link} to={`/claims/${id}`} variant="default">
            Back to the claim
          </Button>
        </>
      }
    />
  )
}
