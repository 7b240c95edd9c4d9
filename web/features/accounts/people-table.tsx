import { Table, VisuallyHidden } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { itemsOf } from '../../api/keyset.ts'
import { LoadMore } from '../../ui/load-more.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import rows from '../../ui/rows.module.css'
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
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Name</Table.Th>
                <Table.Th>E-mail</Table.Th>
                <Table.Th>Role</Table.Th>
                <Table.Th>Joined</Table.Th>
                <Table.Th>
                  <VisuallyHidden>Actions</VisuallyHidden>
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
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
