import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { Link, useParams } from 'react-router'
import { claim as claimQuery } from '../api/claim-queries.ts'
import { useCan } from '../api/session.ts'
import { AppearanceList } from '../features/claims/appearance-list.tsx'
import { ClaimFacts } from '../features/claims/claim-facts.tsx'
import classes from '../features/claims/claims.module.css'
import { JoinedNotice } from '../features/claims/joined-notice.tsx'
import { RevisionHistory } from '../features/claims/revision-history.tsx'
import { Discussion } from '../features/comments/discussion.tsx'
import { SecondOpinionsOnDemand } from '../features/opinions/second-opinions.tsx'
import { RelationList } from '../features/relations/relation-list.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { PageTitle } from '../ui/page-title.tsx'

const ClaimEditForm = lazy(async () => ({
  default: (await import('../features/claiming/claim-edit-form.tsx')).ClaimEditForm,
}))

const voices = (relationId: string) => <SecondOpinionsOnDemand relationId={relationId} />

export function Component() {
  const { id = '' } = useParams()
  const query = useQuery(claimQuery(id))
  const mayLink = useCan('researcher')
  const mayAsk = useCan('editor')
  const [editing, edit] = useDisclosure(false)
  return (
    <Loaded query={query} shape="detail">
      {claim => (
        <>
          <PageTitle
            title={claim.statement}
            eyebrow="Claim"
            serif
            actions={
              mayLink ? (
                <>
                  <Button variant="default" onClick={edit.open}>
                    Edit
                  </Button>
                  <Button component={Link} to={`/claims/${id}/link`}>
                    Link to another claim
                  </Button>
                </>
              ) : null
            }
          />
          {editing ? (
            <Suspense fallback={null}>
              <ClaimEditForm claim={claim} onClose={edit.close} />
            </Suspense>
          ) : null}
          <JoinedNotice sameAs={claim.sameAs} />
          <ClaimFacts claim={claim} />
          <section className={classes.section}>
            <h2>{claim.appearances.length > 1 ? 'Appearances' : 'Appearance'}</h2>
            <AppearanceList claim={claim} />
          </section>
          <section className={classes.section}>
            <h2>What holds between it and other claims</h2>
            <RelationList
              {...(mayAsk && { voices })}
              filter={{ claim: id, state: ['suggested', 'confirmed'] }}
              about={id}
              empty={
                <p className="soft">
                  Nothing has been found that contradicts it, agrees with it or replaces it.
                </p>
              }
            />
          </section>
          {mayLink ? (
            <div className={classes.section}>
              <Discussion subject={{ type: 'claim', id }} />
            </div>
          ) : null}
          <section className={classes.section}>
            <h2>History</h2>
            <RevisionHistory claimId={id} />
          </section>
        </>
      )}
    </Loaded>
  )
}
