import { useQuery } from '@tanstack/react-query'
import { ApiError } from '../api/api-error.ts'
import { meQuery } from '../api/session.ts'
import { KeyForm } from '../features/keys/key-form.tsx'
import { KeyTable } from '../features/keys/key-table.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { PageTitle } from '../ui/page-title.tsx'
import { ErrorState } from '../ui/states.tsx'

const SIGN_IN = new ApiError({
  status: 401,
  code: 'unauthenticated',
  message: 'API keys ask in the name of a person.',
})

export function Component() {
  const me = useQuery(meQuery)
  return (
    <>
      <PageTitle
        title="API keys"
        lead={
          <>
            With a key, a program asks in your name, never with more rights. <a href="/api/docs">Reference</a>
          </>
        }
      />
      <Loaded query={me} shape="form">
        {({ account }) =>
          account ? (
            <>
              <KeyForm />
              <h2>Your keys</h2>
              <KeyTable />
            </>
          ) : (
            <ErrorState error={SIGN_IN} />
          )
        }
      </Loaded>
    </>
  )
}
