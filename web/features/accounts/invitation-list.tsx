import { Button, Table } from '@mantine/core'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { type AccountLink, revokeInvitation } from '#contract/accounts.ts'
import { messageOf } from '../../api/api-error.ts'
import { call } from '../../api/call.ts'
import { itemsOf } from '../../api/keyset.ts'
import { ROLE_LABELS } from '../../ui/labels.ts'
import { LoadMore } from '../../ui/load-more.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import rows from '../../ui/rows.module.css'
import { TableHead } from '../../ui/table-head.tsx'
import { TimeAgo } from '../../ui/time-ago.tsx'
import { accountKeys, invitationList } from './queries.ts'

/** The invitations nobody has taken up yet. */
export function InvitationList() {
  const query = useInfiniteQuery(invitationList())
  return (
    <Loaded query={query} shape="table">
      {data => {
        const links = itemsOf(data)
        if (links.length === 0) return <p className="soft">No invitation is waiting to be taken up.</p>
        return (
          <>
            <Table className={rows.table ?? ''}>
              <TableHead columns={['Invited', 'Role', 'By', 'Ends']} />
              <Table.Tbody>
                {links.map(link => (
                  <InvitationRow key={link.id} link={link} />
                ))}
              </Table.Tbody>
            </Table>
            <LoadMore query={query} noun="invitations" />
          </>
        )
      }}
    </Loaded>
  )
}

function InvitationRow({ link }: { link: AccountLink }) {
  const client = useQueryClient()
  const revoke = useMutation({
    mutationFn: () => call(revokeInvitation, { params: { id: link.id } }),
    onSettled: () => client.invalidateQueries({ queryKey: accountKeys.invitations }),
  })
  return (
    <Table.Tr>
      <Table.Td>{link.email}</Table.Td>
      <Table.Td>{link.role ? ROLE_LABELS[link.role] : ''}</Table.Td>
      <Table.Td>
        <span className={rows.head}>By </span>
        {link.madeBy?.name}
      </Table.Td>
      <Table.Td>
        <span className={rows.head}>Ends </span>
        <TimeAgo at={link.expiresAt} />
      </Table.Td>
      <Table.Td className={rows.actions}>
        {revoke.isError ? <span role="alert">{messageOf(revoke.error)}</span> : null}
        <Button
          variant="default"
          size="xs"
          loading={revoke.isPending}
          aria-label={`Revoke the invitation of ${link.email ?? 'one person'}`}
          onClick={() => revoke.mutate()}
        >
          Revoke
        </Button>
      </Table.Td>
    </Table.Tr>
  )
}
