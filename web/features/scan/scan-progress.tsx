import { Button, Progress } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { cancelScan, pauseScan, resumeScan, type Scan } from '#contract/scans.ts'
import { messageOf } from '../../api/api-error.ts'
import { call } from '../../api/call.ts'
import { count } from '../../ui/labels.ts'
import { scanKey } from './queries.ts'
import { sayFound } from './say-found.ts'
import { sayDuration } from './say-time-left.ts'
import classes from './scan.module.css'

const ENDPOINTS = { pause: pauseScan, resume: resumeScan, cancel: cancelScan }

/** The scan that runs or rests: how far it is, and what can be done about it. */
export function ScanProgress({ scan }: { scan: Scan }) {
  const client = useQueryClient()
  const change = useMutation({
    mutationFn: (how: keyof typeof ENDPOINTS) => call(ENDPOINTS[how], { params: { id: scan.id } }),
    onSettled: () => client.invalidateQueries({ queryKey: scanKey }),
  })
  const share = scan.claims === 0 ? 0 : Math.min(100, (100 * scan.claimsDone) / scan.claims)
  return (
    <section className={classes.open} aria-label="Scan under way">
      <div className={classes.head}>
        <strong>{sayState(scan)}</strong>
        <span className={classes.buttons}>
          {scan.state === 'paused' ? (
            <Button onClick={() => change.mutate('resume')} loading={change.isPending}>
              Go on
            </Button>
          ) : (
            <Button variant="default" onClick={() => change.mutate('pause')} loading={change.isPending}>
              Pause
            </Button>
          )}
          <Button variant="subtle" onClick={() => change.mutate('cancel')} disabled={change.isPending}>
            End the scan
          </Button>
        </span>
      </div>
      <Progress.Root size="lg">
        <Progress.Section
          value={share}
          aria-label="Claims compared"
          aria-valuetext={`${Math.floor(share)} %`}
          color="var(--ink)"
        />
      </Progress.Root>
      <p className={classes.counts}>
        {numbers.format(scan.claimsDone)} of {count(scan.claims, 'claim')} compared ·{' '}
        {count(scan.pairsCompared, 'pair')} looked at · {sayFound(scan)}
      </p>
      {change.error ? (
        <p className="problem" role="alert">
          {messageOf(change.error)}
        </p>
      ) : null}
    </section>
  )
}

const numbers = new Intl.NumberFormat('en-GB')

function sayState({ state, held, rate, claims, claimsDone }: Scan): string {
  if (state === 'paused') return 'Paused'
  if (!held) return 'Waiting for a server that does background jobs'
  if (rate === null) return claimsDone === 0 ? 'Getting ready' : 'Reading what was compared before'
  const left = sayDuration(Math.max(0, claims - claimsDone) / rate)
  return `${numbers.format(Math.max(1, Math.round(rate)))} claims a second, ${left} left`
}
