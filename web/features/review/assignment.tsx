import { Button, Select } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { assignRelation, Relation } from '#contract/relations.ts'
import { hasCode, messageOf } from '../../api/api-error.ts'
import { call } from '../../api/call.ts'
import { useMe } from '../../api/session.ts'
import { notify } from '../../ui/notify.tsx'
import { editors, suggestionKeys } from './queries.ts'
import classes from './review.module.css'

/** Who is to decide a pair: oneself, another editor, or nobody in particular. */
export function Assignment({
  pair,
  onAssigned,
}: {
  pair: Relation
  onAssigned: (relation: Relation) => void
}) {
  const client = useQueryClient()
  const me = useMe()?.account ?? null
  const people = useQuery(editors).data?.items ?? []
  const assigned = pair.assignedTo
  const assign = useMutation({
    mutationFn: (assigneeId: string | null) =>
      call(assignRelation, {
        params: { id: pair.id },
        body: { assigneeId, seenAssigneeId: assigned?.id ?? null },
      }),
    onSuccess: async relation => {
      onAssigned(relation)
      await client.invalidateQueries({ queryKey: suggestionKeys.all, refetchType: 'none' })
    },
    onError: error => {
      const standing = hasCode(error, 'conflict') ? Relation.safeParse(error.current).data : undefined
      if (standing) onAssigned(standing)
      notify({ title: 'Not assigned', message: messageOf(error) })
    },
  })
  const known = assigned && !people.some(({ id }) => id === assigned.id) ? [assigned, ...people] : people
  return (
    <div className={classes.assignment}>
      <Select
        aria-label="Assigned to"
        size="xs"
        placeholder="Nobody’s"
        clearable
        searchable
        disabled={assign.isPending}
        data={known.map(({ id, name }) => ({ value: id, label: name }))}
        value={assigned?.id ?? null}
        onChange={id => assign.mutate(id)}
      />
      {me && assigned?.id !== me.id ? (
        <Button
          size="compact-xs"
          variant="subtle"
          loading={assign.isPending}
          onClick={() => assign.mutate(me.id)}
        >
          Assign to me
        </Button>
      ) : null}
    </div>
  )
}
