import { Alert, Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { Dispute } from '#contract/disputes.ts'
import { ApiError, hasCode } from '../../api/api-error.ts'
import { differingFields, type EditedDispute, editedDispute, rebased, withTheirs } from './arrangement.ts'
import { NO_ISSUES, placeIssues, refusalSummary } from './arrangement-issues.ts'
import { ConflictPanel } from './conflict-panel.tsx'
import { DisputeForm } from './dispute-form.tsx'
import { disputeKeys, dispute as disputeQuery } from './queries.ts'
import { saveDispute } from './save-dispute.ts'
import { useEdited } from './use-edited.ts'

/** Edits a disputed point on the version that was read. What is typed outlives a reload and other people's changes. */
export function EditDispute({ dispute }: { dispute: Dispute }) {
  const client = useQueryClient()
  const navigate = useNavigate()
  const theirs = editedDispute(dispute)
  const { values, restored, change, drop } = useEdited(`dispute:${dispute.id}`, theirs)
  const [issues, setIssues] = useState(NO_ISSUES)
  const differs = differingFields(values, theirs).length > 0
  const conflict = differs && values.version !== dispute.version

  function show(saved: Dispute) {
    client.setQueryData(disputeQuery(dispute.slug).queryKey, saved)
    client.setQueryData(disputeQuery(saved.slug).queryKey, saved)
  }

  const save = useMutation({
    mutationFn: ({ edited, base }: { edited: EditedDispute; base: Dispute }) =>
      saveDispute(base, edited, saved => {
        show(saved)
        const standing = editedDispute(saved)
        change(last => ({
          ...rebased(last, standing),
          // Sides that were new have ids now.
          ...(last.positions === edited.positions && { positions: standing.positions }),
        }))
      }),
    onSuccess: async saved => {
      drop()
      await client.invalidateQueries({ queryKey: disputeKeys.all, refetchType: 'none' })
      await navigate(`/disputes/${encodeURIComponent(saved.slug)}`)
      if (saved.slug !== dispute.slug) client.removeQueries({ queryKey: disputeQuery(dispute.slug).queryKey })
    },
    onError: (error, { edited }) => {
      if (error instanceof ApiError) setIssues(placeIssues(error.issues, edited.positions))
      const current = hasCode(error, 'conflict') ? Dispute.safeParse(error.current) : null
      if (current?.success) show(current.data)
    },
  })

  function submit(edited: EditedDispute) {
    setIssues(NO_ISSUES)
    save.mutate({ edited, base: dispute })
  }
  function keepMine() {
    const mine = rebased(values, theirs)
    change(() => mine)
    submit(mine)
  }
  function takeTheirs() {
    drop()
    setIssues(NO_ISSUES)
    save.reset()
  }

  // The panel says what a conflict is about; one without differences needs no more than its message.
  const failure =
    save.error && !(conflict && hasCode(save.error, 'conflict')) ? refusalSummary(save.error) : null
  return (
    <DisputeForm
      values={values}
      onChange={change}
      issues={issues}
      failure={failure}
      saving={save.isPending}
      submitLabel={conflict ? 'Save mine on top' : 'Save'}
      slugFixed={dispute.publishedAt !== null}
      onSubmit={() => (conflict ? keepMine() : submit({ ...values, version: dispute.version }))}
      onCancel={
        <Button variant="default" component={Link} to={`/disputes/${encodeURIComponent(dispute.slug)}`}>
          Back to the point
        </Button>
      }
    >
      {conflict ? (
        <ConflictPanel
          mine={values}
          theirs={theirs}
          saving={save.isPending}
          onTakeField={field => change(last => withTheirs(last, theirs, field))}
          onTakeAll={takeTheirs}
          onKeepMine={keepMine}
        />
      ) : restored && differs ? (
        <Alert title="This is what you typed before">
          It was not saved yet.{' '}
          <Button size="compact-xs" variant="default" onClick={takeTheirs}>
            Throw it away
          </Button>
        </Alert>
      ) : null}
    </DisputeForm>
  )
}
