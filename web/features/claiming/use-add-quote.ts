import { useMutation, useQueryClient } from '@tanstack/react-query'
import { addAppearance, type Claim, type ClaimItem, removeAppearance } from '#contract/claims.ts'
import { hasCode, messageOf } from '../../api/api-error.ts'
import { call } from '../../api/call.ts'
import { notify } from '../../ui/notify.tsx'
import type { Passage } from './passage.ts'

/** Stores a passage as another appearance of a claim; it can be taken back from the notice. */
export function useAddQuote(passage: Passage, onSaved: (claim: Claim) => void) {
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
  return {
    add: (claim: ClaimItem) => {
      if (!add.isPending) add.mutate(claim)
    },
    adding: add.isPending,
    problem: add.isError
      ? hasCode(add.error, 'conflict')
        ? 'This claim has this quote already.'
        : messageOf(add.error)
      : null,
  }
}
