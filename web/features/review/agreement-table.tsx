import { Table } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { count } from '../../ui/labels.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { agreement } from './queries.ts'
import classes from './review.module.css'

const coefficient = (value: number | null) => (value === null ? '–' : value.toFixed(2))

/** How far editors agree on the pairs that several of them have judged. */
export function AgreementTable() {
  const query = useQuery(agreement)
  return (
    <Loaded query={query} shape="table">
      {({ overall, editors }) =>
        editors.length === 0 ? (
          <EmptyState
            title="No pair has been judged twice yet"
            text="As soon as two editors have decided the same pair, each under their own name, how far they agree stands here. Requiring a second reader makes it so."
          />
        ) : (
          <>
            <p className={classes.explained}>
              {`From ${count(overall.judged, 'pair')} of claims that two or more editors judged, the first verdict of each. 1 is full agreement, 0 what chance alone would give. `}
              Kappa is Cohen’s (1960), overall the mean of the pairs (Light 1971); alpha is Krippendorff’s for
              nominal data (2011).
            </p>
            <Table.ScrollContainer minWidth={480}>
              <Table className={classes.numbers ?? ''}>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th scope="col">Editors</Table.Th>
                    <Table.Th scope="col">Judged by both</Table.Th>
                    <Table.Th scope="col">Same verdict</Table.Th>
                    <Table.Th scope="col">Kappa</Table.Th>
                    <Table.Th scope="col">Alpha</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  <Table.Tr>
                    <Table.Th scope="row">All</Table.Th>
                    <Table.Td>{overall.judged}</Table.Td>
                    <Table.Td>–</Table.Td>
                    <Table.Td>{coefficient(overall.kappa)}</Table.Td>
                    <Table.Td>{coefficient(overall.alpha)}</Table.Td>
                  </Table.Tr>
                  {editors.map(({ one, other, judged, agreed, kappa, alpha }) => (
                    <Table.Tr key={`${one.id} ${other.id}`}>
                      <Table.Th scope="row">{`${one.name} and ${other.name}`}</Table.Th>
                      <Table.Td>{judged}</Table.Td>
                      <Table.Td>{agreed}</Table.Td>
                      <Table.Td>{coefficient(kappa)}</Table.Td>
                      <Table.Td>{coefficient(alpha)}</Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
          </>
        )
      }
    </Loaded>
  )
}
