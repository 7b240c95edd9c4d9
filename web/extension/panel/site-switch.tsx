import { Switch } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { askForSite, leaveSite, mayReadSite } from '../site-access.ts'

/** Lets the pages of one site be read by themselves, or no longer. */
export function SiteSwitch({ url }: { url: string }) {
  const { origin, hostname } = new URL(url)
  const may = useQuery({ queryKey: ['site', origin], queryFn: () => mayReadSite(origin) })
  const change = useMutation({
    mutationFn: (asked: Promise<unknown>) => asked,
    onSettled: () => may.refetch(),
  })
  return (
    <Switch
      size="xs"
      label={`Show claims on ${hostname} by itself`}
      checked={may.data ?? false}
      disabled={change.isPending}
      // Before anything is waited for: Firefox lets leave be asked for within a press only.
      onChange={event => change.mutate(event.currentTarget.checked ? askForSite(origin) : leaveSite(origin))}
    />
  )
}
