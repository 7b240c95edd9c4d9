import { useQuery } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { ApiError } from '../api/api-error.ts'
import { meQuery, useCan } from '../api/session.ts'
import { NEW_SOURCE_DRAFT, SourceNewForm } from '../features/sources/source-new-form.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { PageTitle } from '../ui/page-title.tsx'
import { ErrorState } from '../ui/states.tsx'
import { hasDraft } from '../ui/use-draft.ts'

const SIGN_IN = new ApiError({
  status: 401,
  code: 'unauthenticated',
  message: 'Sources are added by researchers.',
})
const FOR_RESEARCHERS = new ApiError({
  status: 403,
  code: 'forbidden',
  message: 'Sources are added by researchers. Ask an admin for the right to.',
})

export function Component() {
  const me = useQuery(meQuery)
  const mayAdd = useCan('researcher')
  const navigate = useNavigate()
  return (
    <>
      <PageTitle title="Add a source" />
      <Loaded query={me} shape="form">
        {({ account }) => {
          if (!mayAdd)
            return (
              <ErrorState
                error={account ? FOR_RESEARCHERS : SIGN_IN}
                {...(hasDraft(NEW_SOURCE_DRAFT) && {
                  kept: 'What you typed is kept, and is here again then.',
                })}
              />
            )
          return <SourceNewForm onSaved={source => void navigate(`/sources/${source.id}`)} />
        }}
      </Loaded>
    </>
  )
}
