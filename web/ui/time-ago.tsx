import { Tooltip } from '@mantine/core'
import { useNow } from './use-now.ts'

const STEPS: [unit: Intl.RelativeTimeFormatUnit, seconds: number][] = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
]

const relative = new Intl.RelativeTimeFormat('en-GB', { numeric: 'auto' })
const absolute = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' })

/** `3 days ago`, `in 2 hours`, `just now`. Both are milliseconds since 1970. */
export function sayDistance(then: number, now: number): string {
  const seconds = (then - now) / 1_000
  const step = STEPS.find(([, size]) => Math.abs(seconds) >= size)
  return step ? relative.format(Math.trunc(seconds / step[1]), step[0]) : 'just now'
}

/** An instant in the reader's own time zone. */
export function sayInstant(at: string): string {
  return absolute.format(new Date(at))
}

/** How long ago something happened, and when exactly. `at` is ISO 8601. */
export function TimeAgo({ at }: { at: string }) {
  const now = useNow()
  return (
    <Tooltip label={sayInstant(at)}>
      <time dateTime={at}>{sayDistance(Date.parse(at), now)}</time>
    </Tooltip>
  )
}
