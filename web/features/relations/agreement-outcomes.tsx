import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { decide, type RelationItem } from '#contract/relations.ts'
import { call } from '../../api/call.ts'
import { type JoinedClaim, standingFor } from '../../compare/standing-for.ts'
import { RELATION_KIND_LABELS, RELATION_KIND_MEANINGS } from '../../ui/labels.ts'
import { notify } from '../../ui/notify.tsx'
import { Outcome } from './outcome.tsx'
import { useUndo } from './use-undo.ts'

/** What a decision needs to know of a relation. */
export type Pair = Pick<RelationItem, 'id' | 'version' | 'kind' | 'state' | 'supersederId'> & {
  a: JoinedClaim
  b: JoinedClaim
}

type Answer = 'agrees' | 'duplicate'

/** What a pair that is suggested to say the same most likely is, each with one click: two claims that agree, or one claim. */
export function AgreementOutcomes({ relation }: { relation: Pair }) {
  const client = useQueryClient()
  const undo = useUndo()
  const send = useMutation({
    mutationFn: (kind: Answer) =>
      call(decide, {
        params: { id: relation.id },
        body: { version: relation.version, kind, note: RELATION_KIND_MEANINGS[kind] },
      }),
    onSuccess: async decided => {
      notify({
        title: RELATION_KIND_LABELS[decided.kind],
        message: 'Your decision stands under your name.',
        undo: () => undo.mutate({ id: decided.id, version: decided.version }),
      })
      await client.invalidateQueries()
    },
    onError: () => client.invalidateQueries({ queryKey: ['relations'] }),
  })
  const standing = standingFor(relation.a, relation.b)
  return (
    <>
      <Button size="compact-sm" loading={send.isPending} onClick={() => send.mutate('agrees')}>
        Confirm that they agree
      </Button>
      {standing ? (
        <Button
          variant="default"
          size="compact-sm"
          disabled={send.isPending}
          title={`The quotes of the claim stored later become further appearances of “${standing.statement}”, which stands in lists for both.`}
          onClick={() => send.mutate('duplicate')}
        >
          The same claim: add as a further appearance
        </Button>
      ) : null}
      {send.isError ? <Outcome error={send.error} /> : null}
    </>
  )
}
