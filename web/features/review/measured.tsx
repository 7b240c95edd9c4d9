import { Table } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { count, REASON_TYPE_LABELS } from '../../ui/labels.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { precision } from './queries.ts'
import classes from './review.module.css'
import { sayPercent, sayShare } from './share.ts'

/** How often this desk confirmed what was suggested, and what it made of the scores. */
export function Measured() {
  const query = useQuery(precision)
  return (
    <details className={classes.measured}>
      <summary>
        {query.data?.overall.measured
          ? `This desk confirmed ${sayShare(query.data.overall.measured)} of ${count(query.data.overall.decided, 'suggestion')}`
          : 'How often this desk confirms what is suggested'}
      </summary>
      <Loaded query={query} shape="table">
        {({ overall, agreements, reasons, learnt }) =>
          overall.decided + agreements.decided === 0 ? (
            <p className="soft">
              Nothing suggested has been decided yet. From the first decision on it is measured here.
            </p>
          ) : (
            <>
              <p className="soft">
                In brackets the interval in which the true share lies 95 times out of 100. Decisions move how
                likely pairs with the same leading reason are held to be, and with it their place in the
                queue.
              </p>
              <Table.ScrollContainer minWidth={520}>
                <Table className={classes.numbers ?? ''}>
                  <Table.Thead>
                    <Table.Tr>
                      <Table.Th scope="col">Reason</Table.Th>
                      <Table.Th scope="col">Decided</Table.Th>
                      <Table.Th scope="col">Confirmed</Table.Th>
                      <Table.Th scope="col">As another kind</Table.Th>
                      <Table.Th scope="col">Dismissed</Table.Th>
                      <Table.Th scope="col">Promised → read as</Table.Th>
                    </Table.Tr>
                  </Table.Thead>
                  <Table.Tbody>
                    {[
                      { ...overall, reason: null, name: 'All conflicts' },
                      ...reasons.map(row => ({ ...row, name: REASON_TYPE_LABELS[row.reason] })),
                      ...(agreements.decided === 0
                        ? []
                        : [{ ...agreements, reason: null, name: 'Agreements' }]),
                    ].map(row => {
                      const moved = learnt.find(({ reason }) => reason === row.reason)
                      return (
                        <Table.Tr key={row.name}>
                          <Table.Th scope="row">{row.name}</Table.Th>
                          <Table.Td>{row.decided}</Table.Td>
                          <Table.Td>{row.measured ? sayShare(row.measured) : '–'}</Table.Td>
                          <Table.Td>{row.otherwise}</Table.Td>
                          <Table.Td>{row.dismissed}</Table.Td>
                          <Table.Td>
                            {moved ? `${sayPercent(moved.promised)} → ${sayPercent(moved.expected)}` : '–'}
                          </Table.Td>
                        </Table.Tr>
                      )
                    })}
                  </Table.Tbody>
                </Table>
              </Table.ScrollContainer>
            </>
          )
        }
      </Loaded>
    </details>
  )
}
