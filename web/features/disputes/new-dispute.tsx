import { Alert, Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { createDispute, Dispute } from '#contract/disputes.ts'
import { ApiError, hasCode } from '../../api/api-error.ts'
import { call } from '../../api/call.ts'
import { newId } from '../../api/new-id.ts'
import { type EditedDispute, newPosition, type PlacedClaim, positionsInput } from './arrangement.ts'
import { NO_ISSUES, placeIssues, refusalSummary } from './arrangement-issues.ts'
import { DisputeForm } from './dispute-form.tsx'
import { disputeKeys, dispute as disputeQuery } from './queries.ts'
import { useEdited } from './use-edited.ts'

/** Kept with what is typed, so that a request sent twice opens one point. */
type NewDisputeDraft = EditedDispute & { id: string }

function emptyDraft(claims: readonly PlacedClaim[]): NewDisputeDraft {
  const positions = claims.map(claim => newPosition(claim.statement, [claim]))
  while (positions.length < 2) positions.push(newPosition())
  return { id: newId(), version: 1, question: '', summary: '', state: 'open', slug: '', positions }
}

/** Opens a disputed point; `claims` begin a side each. */
export function NewDispute({ claims }: { claims: readonly PlacedClaim[] }) {
  const client = useQueryClient()
  const navigate = useNavigate()
  const [empty, setEmpty] = useState(() => emptyDraft(claims))
  const key = `dispute:new:${claims.map(({ id }) => id).join(',')}`
  const { values, restored, change, drop } = useEdited(key, empty)
  const [issues, setIssues] = useState(NO_ISSUES)

  async function open(opened: Dispute) {
    drop()
    client.setQueryData(disputeQuery(opened.slug).queryKey, opened)
    await client.invalidateQueries({ queryKey: disputeKeys.all, refetchType: 'none' })
    await navigate(`/disputes/${encodeURIComponent(opened.slug)}`)
  }

  const create = useMutation({
    mutationFn: ({ id, question, summary, positions }: NewDisputeDraft) =>
      call(createDispute, { body: { id, question, summary, positions: positionsInput(positions) } }),
    onSuccess: open,
    onError: (error, sent) => {
      // The answer to the first request was lost: the point is there.
      const opened = hasCode(error, 'conflict') ? Dispute.safeParse(error.current) : null
      if (opened?.success) return open(opened.data)
      if (error instanceof ApiError) setIssues(placeIssues(error.issues, sent.positions))
      return undefined
    },
  })

  function submit() {
    setIssues(NO_ISSUES)
    create.mutate(values)
  }
  function startOver() {
    drop()
    setEmpty(emptyDraft(claims))
  }

  return (
    <DisputeForm
      isNew
      values={values}
      onChange={next => change(last => ({ ...last, ...next(last) }))}
      issues={issues}
      failure={create.error ? refusalSummary(create.error) : null}
      saving={create.isPending}
      submitLabel="Open the point"
      onSubmit={submit}
      onCancel={
        <Button variant="default" component={Link} to="/">
          Cancel
        </Button>
      }
    >
      {restored ? (
        <Alert title="This is what you typed before">
          It was not saved yet.{' '}
          <Button size="compact-xs" variant="default" onClick={startOver}>
            Start over
          </Button>
        </Alert>
      ) : null}
    </DisputeForm>
  )
}
