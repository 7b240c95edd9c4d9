import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { type CheckReport, removeReport } from '#contract/checks.ts'
import { messageOf } from '../api/api-error.ts'
import { call } from '../api/call.ts'
import { useMe } from '../api/session.ts'
import classes from '../features/checking/checking.module.css'
import { report as reportQuery } from '../features/checking/queries.ts'
import { CopyButton } from '../ui/copy-button.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { notify } from '../ui/notify.tsx'
import { PageTitle } from '../ui/page-title.tsx'
import { TimeAgo } from '../ui/time-ago.tsx'
import { useDraft } from '../ui/use-draft.ts'
import { CheckedDraft } from './checked-draft.tsx'

export function Component() {
  const { id = '' } = useParams()
  const report = useQuery(reportQuery(id))
  return (
    <Loaded query={report} shape="detail">
      {kept => <Report report={kept} />}
    </Loaded>
  )
}

function Report({ report }: { report: CheckReport }) {
  const me = useMe()?.account
  const navigate = useNavigate()
  const draft = useDraft('check', { text: '' })
  const claims = useMemo(() => new Map(report.claims.map(claim => [claim.id, claim])), [report])
  const sentences = useMemo(
    () => report.sentences.map(sentence => ({ ...sentence, pending: false })),
    [report],
  )
  const total = sentences.filter(one => one.unchecked === null).length
  const mayRemove = me?.role === 'admin' || me?.id === report.createdBy.id

  function checkAgain() {
    draft.keep({ text: report.text })
    void navigate('/check')
  }

  return (
    <>
      <PageTitle
        serif
        title={report.title}
        eyebrow={<Link to="/check">Checked draft</Link>}
        lead={
          <>
            {`Kept by ${report.createdBy.name}, `}
            <TimeAgo at={report.createdAt} />. It says what was found then.
          </>
        }
        actions={
          <>
            <CopyButton value={window.location.origin + `/check/${report.id}`} label="Copy the link" />
            <Button variant="default" size="xs" onClick={checkAgain}>
              Check again
            </Button>
            {mayRemove ? <Remove id={report.id} /> : null}
          </>
        }
      />
      <CheckedDraft text={report.text} sentences={sentences} claims={claims} done={total} total={total} />
    </>
  )
}

/** Asked twice: the text goes for good, and nothing could bring it back. */
function Remove({ id }: { id: string }) {
  const client = useQueryClient()
  const navigate = useNavigate()
  const [sure, setSure] = useState(false)
  const remove = useMutation({
    mutationFn: () => call(removeReport, { params: { id } }),
    onSuccess: async ({ title }) => {
      notify({ title: 'Report removed', message: title })
      await navigate('/check')
      client.removeQueries({ queryKey: ['reports'] })
    },
  })
  return (
    <>
      <Button
        size="xs"
        variant={sure ? 'filled' : 'subtle'}
        loading={remove.isPending}
        // A double click is no second word.
        onClick={({ detail }) => (sure && detail < 2 ? remove.mutate() : setSure(true))}
      >
        {sure ? 'Remove for good' : 'Remove…'}
      </Button>
      {sure ? (
        <Button variant="subtle" size="xs" onClick={() => setSure(false)}>
          Keep
        </Button>
      ) : null}
      {remove.isError ? (
        <p role="alert" className={classes.problem}>
          {messageOf(remove.error)}
        </p>
      ) : null}
    </>
  )
}
