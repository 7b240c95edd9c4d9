import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { ApiError } from '../api/api-error.ts'
import { meQuery, useCan } from '../api/session.ts'
import { EditDispute } from '../features/disputes/edit-dispute.tsx'
import { dispute as disputeQuery } from '../features/disputes/queries.ts'
import { Loaded } from '../ui/loaded.tsx'
import { PageTitle } from '../ui/page-title.tsx'
import { ErrorState } from '../ui/states.tsx'

export function Component() {
  const me = useQuery(meQuery)
  const editor = useCan('editor')
  return (
    <>
      <PageTitle title="Edit the disputed point" />
      <Loaded query={me} shape="form">
        {({ account }) => (editor ? <Editor /> : <ErrorState error={account ? FOR_EDITORS : SIGN_IN} />)}
      </Loaded>
    </>
  )
}

const FOR = 'Editors edit disputed points.'
const SIGN_IN = new ApiError({ status: 401, code: 'unauthenticated', message: FOR })
const FOR_EDITORS = new ApiError({ status: 403, code: 'forbidden', message: FOR })

function Editor() {
  const { slug = '' } = useParams()
  const query = useQuery(disputeQuery(slug))
  return (
    <Loaded query={query} shape="form">
      {dispute => <EditDispute key={dispute.id} dispute={dispute} />}
    </Loaded>
  )
}
