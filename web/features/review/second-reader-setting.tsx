import { Switch } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Settings, updateSettings } from '#contract/settings.ts'
import { hasCode, messageOf } from '../../api/api-error.ts'
import { call } from '../../api/call.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { settings } from './queries.ts'

/** Whether a contradiction needs a second reader. */
export function SecondReaderSetting() {
  const query = useQuery(settings)
  return (
    <Loaded query={query} shape="form">
      {standing => <Choice standing={standing} />}
    </Loaded>
  )
}

function Choice({ standing }: { standing: Settings }) {
  const client = useQueryClient()
  const set = useMutation({
    mutationFn: (secondReader: boolean) =>
      call(updateSettings, { body: { version: standing.version, secondReader } }),
    onSuccess: changed => client.setQueryData(settings.queryKey, changed),
    onError: error => {
      const now = hasCode(error, 'conflict') ? Settings.safeParse(error.current).data : undefined
      if (now) client.setQueryData(settings.queryKey, now)
    },
  })
  return (
    <>
      <Switch
        label="A contradiction needs a second reader"
        description="It counts once another editor has found it too. When two disagree, a third decides. What was decided before stays as it is."
        checked={standing.secondReader}
        disabled={set.isPending}
        onChange={event => set.mutate(event.currentTarget.checked)}
      />
      {set.isError ? (
        <p role="alert" className="problem">
          {messageOf(set.error)}
        </p>
      ) : null}
    </>
  )
}
