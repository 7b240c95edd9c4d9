import { Button, Select } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useState } from 'react'
import { setWatch, visitNow, type Watch } from '#contract/watches.ts'
import { WATCH_INTERVALS } from '#domain/vocabulary.ts'
import { messageOf } from '../../api/api-error.ts'
import { call } from '../../api/call.ts'
import { useCan } from '../../api/session.ts'
import { choices, WATCH_INTERVAL_LABELS } from '../../ui/labels.ts'
import { knownTerm } from '../../ui/use-url-filters.ts'
import { isUnderWay, watch as watchQuery } from './queries.ts'
import { WatchStanding } from './watch-standing.tsx'
import classes from './watches.module.css'

/** How often a source is visited again, what came of it, and for editors the ways to set it and to visit it now. */
export function WatchControl({ watch: given }: { watch: Watch }) {
  const client = useQueryClient()
  const maySet = useCan('editor')
  const [before, setBefore] = useState<string | null>(null)
  const { id } = given.source
  const query = useQuery({ ...watchQuery(id, before), initialData: given })
  const watch = query.data
  const visiting = isUnderWay(watch, before)

  const stored = (now: Watch) => client.setQueryData(watchQuery(id).queryKey, now)
  const set = useMutation({
    mutationFn: (every: Watch['every']) =>
      call(setWatch, { params: { id }, body: { version: watch.version, every } }),
    onSuccess: now => {
      stored(now)
      if (now.every !== 'off') setBefore(now.visitedAt ?? '')
      return client.invalidateQueries({ queryKey: ['watches', 'list'] })
    },
  })
  const visit = useMutation({
    mutationFn: () => call(visitNow, { params: { id } }),
    onSuccess: now => {
      stored(now)
      setBefore(now.visitedAt ?? '')
    },
  })
  const refresh = useEffectEvent(() => {
    for (const key of ['sources', 'claims', 'watches']) void client.invalidateQueries({ queryKey: [key] })
  })
  // What was shown of the source and its claims is older than the visit.
  const arrived = before !== null && !visiting
  useEffect(() => {
    if (arrived) refresh()
  }, [arrived])

  const error = set.error ?? visit.error
  return (
    <div className={classes.control}>
      <WatchStanding watch={watch} visiting={visiting} />
      {maySet ? (
        <div className={classes.buttons}>
          <Select
            aria-label="How often its page is visited again"
            size="xs"
            w={150}
            data={choices(WATCH_INTERVALS, WATCH_INTERVAL_LABELS)}
            allowDeselect={false}
            value={watch.every}
            disabled={set.isPending}
            onChange={value => {
              const every = knownTerm(WATCH_INTERVALS, value)
              if (every && every !== watch.every) set.mutate(every)
            }}
          />
          <Button
            size="xs"
            variant="default"
            loading={visiting || visit.isPending}
            onClick={() => visit.mutate()}
          >
            Visit now
          </Button>
        </div>
      ) : null}
      {error ? (
        <p role="alert" className={classes.problem}>
          {messageOf(error)}
        </p>
      ) : null}
    </div>
  )
}
