import { IconAlertTriangle, IconCheck, IconClock, IconRobot } from '@tabler/icons-react'
import type { Watch } from '#contract/watches.ts'
import { WATCH_INTERVAL_LABELS, WATCH_STATE_LABELS } from '../../ui/labels.ts'
import { sayInstant, TimeAgo } from '../../ui/time-ago.tsx'
import classes from './watches.module.css'

const ICONS = {
  waiting: IconClock,
  reached: IconCheck,
  unreachable: IconAlertTriangle,
  refused: IconRobot,
} satisfies Record<Watch['state'], unknown>

/** How the visits of a source stand, in a line: reached or not, since when, the last and the next one. */
export function WatchStanding({ watch, visiting = false }: { watch: Watch; visiting?: boolean }) {
  const { every, state, since, problem, visitedAt, nextAt } = watch
  if (every === 'off' && visitedAt === null && !visiting)
    return <p className={classes.standing}>Its page is not visited again.</p>
  const Icon = ICONS[state]
  return (
    <div>
      <p className={classes.standing} role="status">
        <span className={classes.state} data-state={state}>
          <Icon size={15} aria-hidden />
          {visiting ? 'Visiting now' : WATCH_STATE_LABELS[state]}
        </span>
        {state === 'waiting' ? null : <span>since {sayInstant(since)}</span>}
        {visitedAt === null ? null : (
          <span>
            last visit <TimeAgo at={visitedAt} />
          </span>
        )}
        <span>
          {nextAt === null ? WATCH_INTERVAL_LABELS[every].toLowerCase() : `next ${sayInstant(nextAt)}`}
        </span>
      </p>
      {problem === null ? null : <p className={classes.problem}>{problem}</p>}
    </div>
  )
}
