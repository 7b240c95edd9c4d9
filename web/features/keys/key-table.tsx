import { Table } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { itemsOf } from '../../api/keyset.ts'
import { LoadMore } from '../../ui/load-more.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import rows from '../../ui/rows.module.css'
import { EmptyState } from '../../ui/states.tsx'
import { TableHead } from '../../ui/table-head.tsx'
import { KeyRow } from './key-row.tsx'
import { keyList } from './queries.ts'

/** One's own keys, or everybody's, those that no longer count among them. */
export function KeyTable({ all = false }: { all?: boolean }) {
  const query = useInfiniteQuery(keyList(all))
  return (
    <Loaded query={query} shape="table">
      {data => {
        const keys = itemsOf(data)
        if (keys.length === 0)
          return (
            <EmptyState
              title="No API keys"
              text={
                all
                  ? 'Nobody has made one. Each person makes their own under “API keys” in the account menu.'
                  : 'A key lets a program ask in your name: the browser extension, a notebook, your newsroom’s system.'
              }
            />
          )
        return (
          <>
            <Table verticalSpacing="sm" className={rows.table ?? ''}>
              <TableHead columns={['Key', ...(all ? ['Of'] : []), 'May', 'Made', 'Last used', 'Ends']} />
              <Table.Tbody>
                {keys.map(key => (
                  <KeyRow key={key.id} apiKey={key} withPerson={all} />
                ))}
              </Table.Tbody>
            </Table>
            <LoadMore query={query} noun="keys" />
          </>
        )
      }}
    </Loaded>
  )
}
