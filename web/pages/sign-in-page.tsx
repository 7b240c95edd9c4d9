import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { meQuery, startSession } from '../api/session.ts'
import { SignInForm } from '../features/accounts/sign-in-form.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { Narrow } from '../ui/narrow.tsx'
import { PageTitle } from '../ui/page-title.tsx'
import { EmptyState } from '../ui/states.tsx'

export function Component() {
  const client = useQueryClient()
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const query = useQuery(meQuery)
  const returnTo = ownPath(search.get('to'))
  return (
    <Narrow>
      <PageTitle title="Sign in" />
      <Loaded query={query} shape="form">
        {me => {
          if (me.account)
            return (
              <p>
                {`You are signed in as ${me.account.name}. `}
                <Link to={returnTo}>Go on</Link>
              </p>
            )
          if (!me.accountsExist)
            return (
              <EmptyState
                title="Nobody has an account yet"
                text="Open the one-time link that the server printed when it started. It makes the first admin."
              />
            )
          return (
            <SignInForm
              providers={me.providers}
              returnTo={returnTo}
              onSignedIn={async signedIn => {
                await startSession(client, signedIn)
                await navigate(returnTo, { replace: true })
              }}
            />
          )
        }}
      </Loaded>
    </Narrow>
  )
}

/** Only a path of this site is returned to: a link to the sign-in page must not lead anywhere else. */
function ownPath(path: string | null): string {
  if (!path) return '/'
  const url = new URL(path, window.location.origin)
  return url.origin === window.location.origin && path.startsWith('/') ? url.pathname + url.search : '/'
}
