import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { addAppearance, type Claim, type ClaimItem, removeAppearance } from '#contract/claims.ts'
import { hasCode, messageOf } from '../../api/api-error.ts'
import { call } from '../../api/call.ts'
import { notify } from '../../ui/notify.tsx'
import classes from './claiming.module.css'
import type { Passage } from './passage.ts'

/** Stores a passage as another appearance of a claim that is looked for with `picker`. */
export function QuoteForClaim({
  passage,
  picker,
  onSaved,
}: {
  passage: Passage
  picker: (onPick: (claim: ClaimItem) => void) => ReactNode
  onSaved: (claim: Claim) => void
}) {
  const client = useQueryClient()
  const reread = () => client.invalidateQueries({ queryKey: ['claims'] })
  const takeBack = useMutation({
    mutationFn: (params: { id: string; appearanceId: string }) => call(removeAppearance, { params }),
    onSuccess: reread,
    onError: error => notify({ title: 'The appearance could not be taken back', message: messageOf(error) }),
  })
  const add = useMutation({
    mutationFn: ({ id }: ClaimItem) => call(addAppearance, { params: { id }, body: { quote: passage } }),
    onSuccess: claim => {
      const added = claim.appearances.find(
        ({ quote }) =>
          quote.snapshotId === passage.snapshotId &&
          quote.start === passage.start &&
          quote.end === passage.end,
      )
      notify({
        title: 'Quote added',
        message: claim.statement,
        undo:
          added && !added.first ? () => takeBack.mutate({ id: claim.id, appearanceId: added.id }) : undefined,
      })
      onSaved(claim)
      return reread()
    },
  })
  return (
    <>
      <blockquote className={classes.quote}>{passage.exact}</blockquote>
      {add.isError ? (
        <p role="alert" className={classes.problem}>
          {hasCode(add.error, 'conflict') ? 'This claim has this quote already.' : messageOf(add.error)}
        </p>
      ) : null}
      <div aria-busy={add.isPending || undefined} className={classes.picking}>
        {picker(claim => {
          if (!add.isPending) add.mutate(claim)
        })}
      </div>
    </>
  )
}
