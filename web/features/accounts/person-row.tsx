import { Badge, Button, Select, Table } from '@mantine/core'
import { type InfiniteData, useMutation, useQueryClient } from '@tanstack/react-query'
import { type Account, resetPassword, updateAccount } from '#contract/accounts.ts'
import { ROLES, type Role } from '#domain/vocabulary.ts'
import { hasCode, messageOf } from '../../api/api-error.ts'
import { call } from '../../api/call.ts'
import { meKey, useMe } from '../../api/session.ts'
import { choices, ROLE_LABELS } from '../../ui/labels.ts'
import rows from '../../ui/rows.module.css'
import { TimeAgo } from '../../ui/time-ago.tsx'
import { knownTerm } from '../../ui/use-url-filters.ts'
import { OneTimeLink } from './one-time-link.tsx'
import { accountKeys } from './queries.ts'

type Change = { role: Role } | { disabled: boolean }

export function PersonRow({ person }: { person: Account }) {
  const isMe = useMe()?.account?.id === person.id
  const change = useChange(person)
  const reset = useMutation({ mutationFn: () => call(resetPassword, { params: { id: person.id } }) })
  const failure = change.error ?? reset.error
  return (
    <>
      <Table.Tr data-off={person.disabled || undefined} className={rows.row}>
        <Table.Td>
          {person.name} {isMe ? <Badge>You</Badge> : null}
          {person.disabled ? <Badge>Disabled</Badge> : null}
        </Table.Td>
        <Table.Td>{person.email}</Table.Td>
        <Table.Td>
          <Select
            aria-label={`Role of ${person.name}`}
            size="xs"
            data={choices(ROLES, ROLE_LABELS)}
            allowDeselect={false}
            disabled={change.isPending}
            value={person.role}
            onChange={value => {
              const role = knownTerm(ROLES, value ?? '')
              if (role && role !== person.role) change.mutate({ role })
            }}
          />
        </Table.Td>
        <Table.Td>
          <span className={rows.head}>Joined </span>
          <TimeAgo at={person.createdAt} />
        </Table.Td>
        <Table.Td className={rows.actions}>
          <Button
            variant="default"
            size="xs"
            loading={reset.isPending}
            aria-label={`Password link for ${person.name}`}
            onClick={() => reset.mutate()}
          >
            Password link
          </Button>
          <Button
            variant="default"
            size="xs"
            loading={change.isPending}
            aria-label={`${person.disabled ? 'Enable' : 'Disable'} the account of ${person.name}`}
            onClick={() => change.mutate({ disabled: !person.disabled })}
          >
            {person.disabled ? 'Enable' : 'Disable'}
          </Button>
        </Table.Td>
      </Table.Tr>
      {failure || reset.data ? (
        <Table.Tr>
          <Table.Td colSpan={5}>
            {failure ? (
              <p role="alert" className="problem">
                {hasCode(failure, 'conflict')
                  ? `${failure.message} The row shows it as it is now.`
                  : messageOf(failure)}
              </p>
            ) : null}
            {reset.data ? <OneTimeLink link={reset.data} onClose={reset.reset} /> : null}
          </Table.Td>
        </Table.Tr>
      ) : null}
    </>
  )
}

type People = InfiniteData<{ items: Account[]; next: string | null }>

/** Writes with the version that was seen; whoever came too late gets the row as it is. */
function useChange(person: Account) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (patch: Change) =>
      call(updateAccount, { params: { id: person.id }, body: { version: person.version, ...patch } }),
    onSuccess: async changed => {
      client.setQueryData<People>(accountKeys.people, people => people && withAccount(people, changed))
      await client.invalidateQueries({ queryKey: meKey })
    },
    onError: error =>
      hasCode(error, 'conflict') ? client.invalidateQueries({ queryKey: accountKeys.people }) : undefined,
  })
}

function withAccount(people: People, changed: Account): People {
  return {
    ...people,
    pages: people.pages.map(page => ({
      ...page,
      items: page.items.map(item => (item.id === changed.id ? changed : item)),
    })),
  }
}
