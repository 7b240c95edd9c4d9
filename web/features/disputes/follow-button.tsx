import { Button } from '@mantine/core'
import { IconBell, IconBellOff } from '@tabler/icons-react'
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { readFollowing, setFollowing } from '#contract/disputes.ts'
import { messageOf } from '../../api/api-error.ts'
import { call } from '../../api/call.ts'
import { notify } from '../../ui/notify.tsx'

const following = (id: string) =>
  queryOptions({
    queryKey: ['following', id],
    queryFn: ({ signal }) => call(readFollowing, { params: { id }, signal }),
  })

/** For whoever has an account: what happens to the point then stands under their bell. */
export function FollowButton({ id }: { id: string }) {
  const client = useQueryClient()
  const { queryKey, ...query } = following(id)
  const follows = useQuery({ queryKey, ...query }).data?.following
  const change = useMutation({
    mutationFn: (next: boolean) => call(setFollowing, { params: { id }, body: { following: next } }),
    onSuccess: now => client.setQueryData(queryKey, now),
    onError: error => notify({ title: 'Nothing was changed', message: messageOf(error) }),
  })
  if (follows === undefined) return null
  const Icon = follows ? IconBellOff : IconBell
  return (
    <Button
      variant="default"
      size="xs"
      leftSection={<Icon size={14} aria-hidden />}
      loading={change.isPending}
      onClick={() => change.mutate(!follows)}
    >
      {follows ? 'Stop following' : 'Follow'}
    </Button>
  )
}
