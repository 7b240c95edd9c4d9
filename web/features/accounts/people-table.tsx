import { Table } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { itemsOf } from '../../api/keyset.ts'
import { LoadMore } from '../../ui/load-more.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import rows from '../../ui/rows.module.css'
import { TableHead } from '../../ui/table-head.tsx'
import { PersonRow } from './person-row.tsx'
import { accountList } from './queries.ts'

/** Everybody with an account. */
export function PeopleTable() {
  const query = useInfiniteQuery(accountList())
  return (
    <Loaded query={query} shape="table">
      {data => (
        <>
          <Table verticalSpacing="sm" className={rows.table ?? ''}>
            <TableHead columns={['Name', 'E-mail', 'Role', 'Joined']} />
            <Table.Tbody>
              {itemsOf(data).map(person => (
                <PersonRow key={person.id} person={person} />
              ))}
            </Table.Tbody>
          </Table>
          <LoadMore query={query} noun="people" />
        </>
      )}
    </Loaded>
  )
}
