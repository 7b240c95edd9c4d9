import { Alert, Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from 'react-router'
import { Dispute, publishDispute, unpublishDispute } from '#contract/disputes.ts'
import { hasCode, messageOf } from '../../api/api-error.ts'
import { call } from '../../api/call.ts'
import { notify } from '../../ui/notify.tsx'
import { disputeKeys, dispute as disputeQuery } from './queries.ts'

/** Shows a point to everybody or takes it back, and puts what the server answers on the screen. */
export function usePublishing(shown: Pick<Dispute, 'id' | 'slug' | 'version'>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ to, version }: { to: 'public' | 'desk'; version: number }) =>
      call(to === 'public' ? publishDispute : unpublishDispute, {
        params: { id: shown.id },
        body: { version },
      }),
    onSuccess: async changed => {
      client.setQueryData(disputeQuery(changed.slug).queryKey, changed)
      await client.invalidateQueries({ queryKey: disputeKeys.all, refetchType: 'none' })
    },
    onError: error => {
      const current = hasCode(error, 'conflict') ? Dispute.safeParse(error.current) : null
      if (current?.success) client.setQueryData(disputeQuery(shown.slug).queryKey, current.data)
    },
  })
}

type Publishing = ReturnType<typeof usePublishing>

export function PublishButton({ dispute, publishing }: { dispute: Dispute; publishing: Publishing }) {
  const published = dispute.publishedAt !== null
  const unpublish = () =>
    publishing.mutate(
      { to: 'desk', version: dispute.version },
      {
        onSuccess: ({ version }) =>
          notify({
            message: 'Taken back from the public.',
            undo: () => publishing.mutate({ to: 'public', version }),
          }),
      },
    )
  return published ? (
    <Button variant="default" size="xs" loading={publishing.isPending} onClick={unpublish}>
      Unpublish
    </Button>
  ) : (
    <Button
      size="xs"
      loading={publishing.isPending}
      onClick={() => publishing.mutate({ to: 'public', version: dispute.version })}
    >
      Publish
    </Button>
  )
}

/** What stands in the way of publishing, all of it, with the way to mend it. */
export function PublishingProblem({ dispute, publishing }: { dispute: Dispute; publishing: Publishing }) {
  const { error } = publishing
  if (!error) return null
  const issues = hasCode(error, 'unprocessable') ? error.issues : []
  return (
    <Alert
      role="alert"
      className="no-print"
      title={messageOf(error)}
      my="md"
      withCloseButton
      onClose={publishing.reset}
    >
      {hasCode(error, 'conflict')
        ? 'The page shows it as it stands now. Look at it, then decide again.'
        : null}
      {issues.length > 0 ? (
        <>
          <ul>
            {issues.map(issue => (
              <li key={`${issue.path} ${issue.message}`}>{issue.message}</li>
            ))}
          </ul>
          <Link to={`/disputes/${dispute.slug}/edit`}>Edit the point</Link>
        </>
      ) : null}
    </Alert>
  )
}
