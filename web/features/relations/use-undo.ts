import { useMutation, useQueryClient } from '@tanstack/react-query'
import { undoDecision } from '#contract/relations.ts'
import { call } from '../../api/call.ts'

/** Takes back the decision that stands on a pair, in the version seen. */
export function useUndo() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, version }: { id: string; version: number }) =>
      call(undoDecision, { params: { id }, body: { version } }),
    onSettled: () => client.invalidateQueries(),
  })
}
