import { Button, Table } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ApiKey, revokeApiKey } from '#contract/keys.ts'
import { messageOf } from '../../api/api-error.ts'
import { call } from '../../api/call.ts'
import { KEY_SCOPE_LABELS } from '../../ui/labels.ts'
import rows from '../../ui/rows.module.css'
import { TimeAgo } from '../../ui/time-ago.tsx'
import { useNow } from '../../ui/use-now.ts'
import { keyState } from './key-state.ts'
import classes from './keys.module.css'
import { keysKey } from './queries.ts'

export function KeyRow({ apiKey, withPerson }: { apiKey: ApiKey; withPerson: boolean }) {
  const client = useQueryClient()
  const state = keyState(apiKey, useNow())
  const revoke = useMutation({
    mutationFn: () => call(revokeApiKey, { params: { id: apiKey.id } }),
    onSettled: () => client.invalidateQueries({ queryKey: keysKey }),
  })
  const { name, start, scope, person, createdAt, lastUsedAt, expiresAt, revokedAt } = apiKey
  const lastUsed = lastUsedAt === null ? 'never' : <TimeAgo at={lastUsedAt} />
  return (
    <Table.Tr className={rows.row} data-off={state !== 'live' || undefined}>
      <Table.Td>
        {name}
        <div className={classes.start}>{start}…</div>
      </Table.Td>
      {withPerson ? (
        <Table.Td>
          <span className={rows.head}>Of </span>
          {person.name}
        </Table.Td>
      ) : null}
      <Table.Td>
        <span className={rows.head}>May </span>
        {KEY_SCOPE_LABELS[scope]}
      </Table.Td>
      <Table.Td>
        <span className={rows.head}>Made </span>
        <TimeAgo at={createdAt} />
      </Table.Td>
      <Table.Td>
        <span className={rows.head}>Last used </span>
        {lastUsed}
      </Table.Td>
      <Table.Td>
        {state === 'live' ? <span className={rows.head}>Ends </span> : null}
        {revokedAt !== null ? (
          <>
            Revoked <TimeAgo at={revokedAt} />
          </>
        ) : expiresAt === null ? (
          'Not by itself'
        ) : (
          <>
            {state === 'ended' ? 'Ended ' : null}
            <TimeAgo at={expiresAt} />
          </>
        )}
      </Table.Td>
      <Table.Td className={rows.actions}>
        {revoke.isError ? (
          <p role="alert" className="problem">
            {messageOf(revoke.error)}
          </p>
        ) : null}
        {state === 'live' ? (
          <Button
            variant="default"
            size="xs"
            loading={revoke.isPending}
            aria-label={withPerson ? `Revoke the key ${name} of ${person.name}` : `Revoke the key ${name}`}
            onClick={() => revoke.mutate()}
          >
            Revoke
          </Button>
        ) : null}
      </Table.Td>
    </Table.Tr>
  )
}
