import { Table } from '@mantine/core'
import type { Scan } from '#contract/scans.ts'
import { SCAN_STATE_LABELS } from '../../ui/labels.ts'
import { TimeAgo } from '../../ui/time-ago.tsx'
import { sayFound } from './say-found.ts'
import classes from './scan.module.css'

const numbers = new Intl.NumberFormat('en-GB')

/** The scans that have ended, newest first. */
export function ScanHistory({ scans }: { scans: readonly Scan[] }) {
  return (
    <>
      <h2>Earlier scans</h2>
      <Table.ScrollContainer minWidth={560}>
        <Table verticalSpacing="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Ended</Table.Th>
              <Table.Th>How</Table.Th>
              <Table.Th className={classes.number ?? ''}>Claims</Table.Th>
              <Table.Th>Found</Table.Th>
              <Table.Th>Started by</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {scans.map(scan => (
              <Table.Tr key={scan.id}>
                <Table.Td>
                  <TimeAgo at={scan.endedAt ?? scan.startedAt} />
                </Table.Td>
                <Table.Td>
                  {SCAN_STATE_LABELS[scan.state]}
                  {scan.failure === null ? null : <div className="soft">{scan.failure}</div>}
                </Table.Td>
                <Table.Td className={classes.number ?? ''}>{numbers.format(scan.claimsDone)}</Table.Td>
                <Table.Td>{sayFound(scan)}</Table.Td>
                <Table.Td>{scan.startedBy.name}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </>
  )
}
