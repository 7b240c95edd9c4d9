import { Alert } from '@mantine/core'
import { useQueries, useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import { ApiError } from '../api/api-error.ts'
import { claim } from '../api/claim-queries.ts'
import { meQuery, useCan } from '../api/session.ts'
import { placedClaim } from '../features/disputes/arrangement.ts'
import { NewDispute } from '../features/disputes/new-dispute.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { PageTitle } from '../ui/page-title.tsx'
import { ErrorState, LoadingSkeleton } from '../ui/states.tsx'

export function Component() {
  const me = useQuery(meQuery)
  const editor = useCan('editor')
  return (
    <>
      <PageTitle title="Open a disputed point" />
      <Loaded query={me} shape="form">
        {({ account }) => (editor ? <Begun /> : <ErrorState error={account ? FOR_EDITORS : SIGN_IN} />)}
      </Loaded>
    </>
  )
}

const FOR = 'Editors open disputed points.'
const SIGN_IN = new ApiError({ status: 401, code: 'unauthenticated', message: FOR })
const FOR_EDITORS = new ApiError({ status: 403, code: 'forbidden', message: FOR })

/** `?claims=a,b` begins a side with each. */
function Begun() {
  const [search] = useSearchParams()
  const ids = [...new Set((search.get('claims') ?? '').split(',').filter(Boolean))].slice(0, 12)
  const found = useQueries({ queries: ids.map(id => claim(id)) })
  if (found.some(query => query.isPending)) return <LoadingSkeleton shape="form" />
  const missing = found.filter(query => query.isError).length
  return (
    <>
      {missing > 0 ? (
        <Alert mb="md" title="Not every claim was found">
          Look for them again below.
        </Alert>
      ) : null}
      <NewDispute
        key={ids.join(',')}
        claims={found.flatMap(({ data }) => (data ? [placedClaim(data)] : []))}
      />
    </>
  )
}
