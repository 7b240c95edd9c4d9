import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { CheckReport, keepReport } from '#contract/checks.ts'
import { hasCode, messageOf } from '../../api/api-error.ts'
import { call } from '../../api/call.ts'
import { newId } from '../../api/new-id.ts'
import classes from './checking.module.css'
import { report } from './queries.ts'

/** Stores the draft with what is found in it, so that it has a link. */
export function KeepReport({
  text,
  disabled,
  onKept,
}: {
  text: string
  disabled: boolean
  onKept: (report: CheckReport) => void
}) {
  const client = useQueryClient()
  const [id] = useState(newId)

  function finish(kept: CheckReport) {
    client.setQueryData(report(kept.id).queryKey, kept)
    void client.invalidateQueries({ queryKey: ['reports', 'list'] })
    onKept(kept)
  }

  const keep = useMutation({
    mutationFn: () => call(keepReport, { body: { id, text } }),
    onSuccess: finish,
    onError: error => {
      const standing = hasCode(error, 'conflict') ? CheckReport.safeParse(error.current).data : undefined
      // The first try was written and its answer was lost.
      if (standing?.text === text) finish(standing)
    },
  })
  return (
    <>
      <Button disabled={disabled} loading={keep.isPending} onClick={() => keep.mutate()}>
        Keep this report
      </Button>
      {keep.isError ? (
        <p role="alert" className={classes.problem}>
          {`${messageOf(keep.error)} The draft is still here.`}
        </p>
      ) : null}
    </>
  )
}
