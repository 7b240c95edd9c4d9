import { Button } from '@mantine/core'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { type Scan, startScan } from '#contract/scans.ts'
import { messageOf } from '../../api/api-error.ts'
import { call } from '../../api/call.ts'
import { itemsOf } from '../../api/keyset.ts'
import { LoadMore } from '../../ui/load-more.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { scanKey, scanList } from './queries.ts'
import classes from './scan.module.css'
import { ScanHistory } from './scan-history.tsx'
import { ScanProgress } from './scan-progress.tsx'

/** How often a scan under way is looked at. */
const LOOK_MS = 1_000

const isOpen = (scan: Scan) => scan.endedAt === null

/** Compares every claim with every other: starts that, shows how far it is and what came of the scans before. */
export function ScanPanel() {
  const query = useInfiniteQuery({
    ...scanList(),
    refetchInterval: ({ state }) => (state.data && itemsOf(state.data).some(isOpen) ? LOOK_MS : false),
  })
  return (
    <>
      <p className={classes.lead}>
        Each claim is compared with the others when it is saved. A scan compares all of them once more: after
        many came in at once, or when the detector has changed. It runs in the background while everybody
        works on; the pairs it proposes wait on the desk, and pairs that were dismissed stay away.
      </p>
      <Loaded query={query} shape="list">
        {data => {
          const scans = itemsOf(data)
          const open = scans.find(isOpen)
          const ended = scans.filter(scan => !isOpen(scan))
          return (
            <>
              {open ? <ScanProgress scan={open} /> : <StartScan />}
              {ended.length > 0 ? <ScanHistory scans={ended} /> : null}
              <LoadMore query={query} noun="scans" />
            </>
          )
        }}
      </Loaded>
    </>
  )
}

function StartScan() {
  const client = useQueryClient()
  const start = useMutation({
    mutationFn: () => call(startScan, {}),
    onSettled: () => client.invalidateQueries({ queryKey: scanKey }),
  })
  return (
    <div className={classes.start}>
      <Button onClick={() => start.mutate()} loading={start.isPending}>
        Scan all claims
      </Button>
      {start.error ? (
        <p className="problem" role="alert">
          {messageOf(start.error)}
        </p>
      ) : null}
    </div>
  )
}
