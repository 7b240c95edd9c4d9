import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ClaimItem } from '#contract/claims.ts'
import { decide, type RelationItem } from '#contract/relations.ts'
import { joinOf } from '#domain/one-claim.ts'
import { call } from '../../api/call.ts'
import { RELATION_KIND_LABELS, RELATION_KIND_MEANINGS } from '../../ui/labels.ts'
import { notify } from '../../ui/notify.tsx'
import { Outcome } from './outcome.tsx'
import { useUndo } from './use-undo.ts'

type Side = Pick<ClaimItem, 'id' | 'statement' | 'speaker' | 'howPut' | 'createdAt'>

/** What a decision needs to know of a relation. */
export type Pair = Pick<RelationItem, 'id' | 'version' | 'kind' | 'state' | 'supersederId'> & {
  a: Side
  b: Side
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
  const [one, other] = [relation.a, relation.b].map(claim => ({ ...claim, speakerId: claim.speaker.id }))
  const joined = one && other && joinOf(one, other)
  return (
    <>
      <Button size="compact-sm" loading={send.isPending} onClick={() => send.mutate('agrees')}>
        Confirm that they agree
      </Button>
      {joined ? (
        <Button
          variant="default"
          size="compact-sm"
          disabled={send.isPending}
          title={`The quotes of the claim stored later become further appearances of “${joined.kept.statement}”. Both claims stay.`}
          onClick={() => send.mutate('duplicate')}
        >
          The same claim: add as a further appearance
        </Button>
      ) : null}
      {send.isError ? <Outcome error={send.error} /> : null}
    </>
  )
}
