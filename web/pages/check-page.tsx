import { Button } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { ApiError, messageOf } from '../api/api-error.ts'
import { meQuery, useCan } from '../api/session.ts'
import classes from '../features/checking/checking.module.css'
import { DraftField } from '../features/checking/draft-field.tsx'
import { KeepReport } from '../features/checking/keep-report.tsx'
import { ReportList } from '../features/checking/report-list.tsx'
import { useDraftCheck } from '../features/checking/use-draft-check.ts'
import { Loaded } from '../ui/loaded.tsx'
import { notify } from '../ui/notify.tsx'
import { PageTitle } from '../ui/page-title.tsx'
import { ErrorState } from '../ui/states.tsx'
import { useDraft } from '../ui/use-draft.ts'
import { CheckedDraft } from './checked-draft.tsx'

const SIGN_IN = new ApiError({
  status: 401,
  code: 'unauthenticated',
  message: 'Drafts are checked by researchers and editors.',
})
const FOR_RESEARCHERS = new ApiError({
  status: 403,
  code: 'forbidden',
  message: 'Drafts are checked by researchers and editors. Ask an admin for the right to.',
})

export function Component() {
  const me = useQuery(meQuery)
  const mayCheck = useCan('researcher')
  return (
    <>
      <PageTitle
        title="Check a draft"
        lead="Before it is published: which sentences conflict with claims that are stored, and which repeat one."
      />
      <Loaded query={me} shape="form">
        {({ account }) => (mayCheck ? <Check /> : <ErrorState error={account ? FOR_RESEARCHERS : SIGN_IN} />)}
      </Loaded>
    </>
  )
}

/** While somebody writes, a draft is compared when they pause. */
const PAUSE_MS = 600

type Way = 'read' | 'edit'

function Check() {
  const draft = useDraft('check', { text: '' })
  const [text, setText] = useState(draft.initial.text)
  const [way, setWay] = useState<Way>(draft.initial.text === '' ? 'edit' : 'read')
  const [paused] = useDebouncedValue(text, PAUSE_MS)
  const checked = way === 'read' || text === '' ? text : paused
  const { failure, retry, tooLong, ...check } = useDraftCheck(checked)
  const navigate = useNavigate()

  function write(next: string) {
    setText(next)
    draft.keep({ text: next })
  }

  function takeWhole(next: string) {
    write(next)
    setWay('read')
  }

  function startAfresh() {
    setText('')
    setWay('edit')
    draft.clear()
    notify({ title: 'Draft put away', message: 'Nothing of it was stored.', undo: () => takeWhole(text) })
  }

  const field = <DraftField value={text} onChange={write} onWhole={takeWhole} />
  if (text.trim() === '')
    return (
      <>
        {field}
        <ReportList />
      </>
    )
  return (
    <>
      <div className={`${classes.tools} no-print`}>
        <Button variant="default" onClick={() => setWay(way === 'read' ? 'edit' : 'read')}>
          {way === 'read' ? 'Edit the draft' : 'Read it'}
        </Button>
        <KeepReport
          key={checked}
          text={checked}
          disabled={tooLong || check.done < check.total}
          onKept={kept => void navigate(`/check/${kept.id}`)}
        />
        <Button variant="subtle" onClick={startAfresh}>
          Start afresh
        </Button>
      </div>
      {failure ? (
        <p role="alert" className={classes.problem}>
          {`${messageOf(failure)} The draft is kept. `}
          <Button variant="default" size="compact-sm" onClick={retry}>
            Try again
          </Button>
        </p>
      ) : null}
      {tooLong ? (
        field
      ) : (
        <CheckedDraft text={checked} {...check}>
          {way === 'edit' ? field : null}
        </CheckedDraft>
      )}
    </>
  )
}
