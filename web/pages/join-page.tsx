import { Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useLocation, useNavigate } from 'react-router'
import { type AccountLink, readAccountLink } from '#contract/accounts.ts'
import { hasCode } from '../api/api-error.ts'
import { call } from '../api/call.ts'
import { startSession } from '../api/session.ts'
import { JoinForm } from '../features/accounts/join-form.tsx'
import { ROLE_LABELS, ROLE_RIGHTS } from '../ui/labels.ts'
import { Loaded } from '../ui/loaded.tsx'
import { Narrow } from '../ui/narrow.tsx'
import { PageTitle } from '../ui/page-title.tsx'
import { EmptyState } from '../ui/states.tsx'
import { sayInstant } from '../ui/time-ago.tsx'

const TITLES: Record<AccountLink['kind'], string> = {
  first_admin: 'Make the first account',
  invitation: 'Join Counterclaim',
  password_reset: 'Set a new password',
}

/** The secret stands behind the `#`: no server log and no referrer ever holds it. */
export function Component() {
  const client = useQueryClient()
  const navigate = useNavigate()
  const secret = useLocation().hash.slice(1)
  const query = useQuery({
    queryKey: ['account-link', secret],
    queryFn: ({ signal }) => call(readAccountLink, { body: { secret }, signal }),
    enabled: secret !== '',
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  if (secret === '')
    return (
      <Narrow>
        <PageTitle title="One-time link" />
        <EmptyState
          title="The link is not complete"
          text="Open it again as it was sent to you, with all that stands behind the #."
        />
      </Narrow>
    )
  if (hasCode(query.error, 'not_found'))
    return (
      <Narrow>
        <PageTitle title="One-time link" />
        <EmptyState
          title="This link does not work any more"
          text="It was used, has run out or was taken back. Ask an admin for a new one; with a password you can sign in."
          action={
            <Button component={Link} to="/sign-in" variant="default">
              Sign in
            </Button>
          }
        />
      </Narrow>
    )
  return (
    <Narrow>
      <PageTitle title={query.data ? TITLES[query.data.kind] : 'One-time link'} />
      <Loaded query={query} shape="form">
        {link => (
          <>
            <p className="soft">{purposeOf(link)}</p>
            <JoinForm
              link={link}
              secret={secret}
              onJoined={async me => {
                await navigate('/', { replace: true })
                // The link is used up: it is not asked after again when the session reads everything anew.
                client.removeQueries({ queryKey: ['account-link', secret] })
                await startSession(client, me)
              }}
            />
          </>
        )}
      </Loaded>
    </Narrow>
  )
}

function purposeOf({ kind, role, madeBy, expiresAt }: AccountLink): string {
  const ends = `The link works once, until ${sayInstant(expiresAt)}.`
  if (kind === 'password_reset') return `${madeBy?.name ?? 'An admin'} made this link for you. ${ends}`
  if (kind === 'first_admin') return `You will be the admin, who invites the others. ${ends}`
  if (!role) return ends
  return `${madeBy?.name ?? 'An admin'} invites you as ${ROLE_LABELS[role].toLowerCase()}: ${ROLE_RIGHTS[role].toLowerCase()}. ${ends}`
}
