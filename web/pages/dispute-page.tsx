import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { Link, useLocation, useParams } from 'react-router'
import { hasCode } from '../api/api-error.ts'
import { useCan, useMe } from '../api/session.ts'
import { DisputeSkeleton } from '../features/disputes/dispute-skeleton.tsx'
import { DisputeView } from '../features/disputes/dispute-view.tsx'
import { dispute as disputeQuery } from '../features/disputes/queries.ts'
import { PageTitle } from '../ui/page-title.tsx'
import { ErrorState, LoadingSkeleton } from '../ui/states.tsx'

// Readers without an account, who are most of them, do not wait for what they are not shown.
const Discussion = lazy(async () => ({
  default: (await import('../features/comments/discussion.tsx')).Discussion,
}))
const RecordHistory = lazy(async () => ({
  default: (await import('../features/events/record-history.tsx')).RecordHistory,
}))

export function Component() {
  const { slug = '' } = useParams()
  const query = useQuery(disputeQuery(slug))
  const researcher = useCan('researcher')
  if (query.data)
    return (
      <DisputeView dispute={query.data}>
        {researcher ? (
          <div className="no-print">
            <Suspense fallback={<LoadingSkeleton shape="list" lines={2} />}>
              <Discussion subject={{ type: 'dispute', id: query.data.id }} />
              <RecordHistory subject="dispute" id={query.data.id} />
            </Suspense>
          </div>
        ) : null}
      </DisputeView>
    )
  if (hasCode(query.error, 'not_found')) return <NotThere />
  if (query.isError)
    return (
      <>
        <PageTitle title="Disputed point" />
        <ErrorState error={query.error} onRetry={query.refetch} />
      </>
    )
  return <DisputeSkeleton />
}

function NotThere() {
  const { pathname, search } = useLocation()
  const signedIn = Boolean(useMe()?.account)
  return (
    <>
      <PageTitle
        title="There is no such disputed point"
        lead="Its address may be wrong, or it is not published: then only those who work on it can read it."
      />
      <Button component={Link} to="/">
        All disputed points
      </Button>
      {signedIn ? null : (
        <Button
          ml="sm"
          variant="default"
          component={Link}
          to={`/sign-in?to=${encodeURIComponent(pathname + search)}`}
        >
          Sign in to read it
        </Button>
      )}
    </>
  )
}
