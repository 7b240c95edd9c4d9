import { Button, Select, Switch, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Claim } from '#contract/claims.ts'
import { createRelation, decide, Relation } from '#contract/relations.ts'
import { REASON_TYPES, RELATION_KINDS, type RelationKind } from '#domain/vocabulary.ts'
import { ApiError, messageOf } from '../../api/api-error.ts'
import { call } from '../../api/call.ts'
import { newId } from '../../api/new-id.ts'
import { useCan } from '../../api/session.ts'
import { choices, REASON_TYPE_LABELS, RELATION_KIND_LABELS, RELATION_KIND_MEANINGS } from '../../ui/labels.ts'
import { useDraft } from '../../ui/use-draft.ts'
import { knownTerm } from '../../ui/use-url-filters.ts'
import { MarkableClaim } from './markable-claim.tsx'
import { Outcome } from './outcome.tsx'
import { BLANK, explain, type ReasonDraft, reasonsOf } from './reason-draft.ts'
import { ReasonTabs } from './reason-tabs.tsx'
import classes from './relations.module.css'

/** Kinds that may be proposed: “unrelated” is a decision on a proposed pair. */
const PROPOSABLE = RELATION_KINDS.filter(kind => kind !== 'unrelated')

/** Two claims side by side: which words are in dispute, what holds, and why. */
export function LinkForm({
  left,
  right,
  onLinked,
}: {
  left: Claim
  right: Claim
  onLinked: (relation: Relation) => void
}) {
  const client = useQueryClient()
  const mayDecide = useCan('editor')
  const draft = useDraft(`link-${left.id}-${right.id}`, {
    id: newId(),
    kind: 'contradicts',
    supersederId: '',
    note: '',
    decide: true,
    reasons: [BLANK],
  })
  const [values, setValues] = useState(draft.initial)
  const [active, setActive] = useState(0)
  const [missing, setMissing] = useState<Record<string, string>>({})
  const change = (patch: Partial<typeof values>) => {
    const next = { ...values, ...patch }
    setValues(next)
    draft.keep(next)
  }
  const reason = values.reasons[active] ?? BLANK
  const changeReason = (patch: Partial<ReasonDraft>) =>
    change({ reasons: values.reasons.map((one, index) => (index === active ? { ...one, ...patch } : one)) })
  const kind: RelationKind = knownTerm(PROPOSABLE, values.kind) ?? 'contradicts'

  const body = {
    kind,
    supersederId: kind === 'supersedes' ? values.supersederId || null : null,
    note: values.note,
  }
  const submit = useMutation({
    mutationFn: () =>
      call(createRelation, {
        body: {
          ...body,
          id: values.id,
          leftId: left.id,
          rightId: right.id,
          reasons: reasonsOf(values.reasons),
          decide: mayDecide && values.decide,
        },
      }),
    onSuccess: finish,
  })
  const standing =
    submit.error instanceof ApiError ? Relation.safeParse(submit.error.current).data : undefined
  const decideInstead = useMutation({
    mutationFn: (relation: Relation) =>
      call(decide, { params: { id: relation.id }, body: { ...body, version: relation.version } }),
    onSuccess: finish,
  })

  async function finish(relation: Relation) {
    draft.clear()
    await client.invalidateQueries()
    onLinked(relation)
  }

  function send() {
    const found: Record<string, string> = {}
    if (values.note.trim() === '') found['note'] = 'Say why: the reason stands under your name.'
    if (kind === 'supersedes' && values.supersederId === '')
      found['supersederId'] = 'Say which of the two is the later one.'
    const half = values.reasons.findIndex(one => (one.left === null) !== (one.right === null))
    if (half >= 0) {
      setActive(half)
      found['marks'] = 'Mark the disputed words in both statements, or in neither.'
    } else if (kind === 'contradicts' && values.reasons.every(one => one.left === null)) {
      found['marks'] = 'Mark the words that cannot both be true, in both statements.'
    }
    setMissing(found)
    if (Object.keys(found).length === 0) submit.mutate()
  }

  return (
    <form
      noValidate
      onSubmit={event => {
        event.preventDefault()
        send()
      }}
    >
      <p className="soft">
        Drag over the words in dispute, or click the first and Shift-click the last; with the keyboard, arrow
        keys and Shift.
      </p>
      <div className={classes.pair}>
        <MarkableClaim
          title={left.speaker.name}
          claim={left}
          statement={reason.left}
          quote={reason.leftQuote}
          onStatement={words => changeReason({ left: words })}
          onQuote={words => changeReason({ leftQuote: words })}
        />
        <MarkableClaim
          title={right.speaker.name}
          claim={right}
          statement={reason.right}
          quote={reason.rightQuote}
          onStatement={words => changeReason({ right: words })}
          onQuote={words => changeReason({ rightQuote: words })}
        />
      </div>
      {missing['marks'] ? (
        <p role="alert" className="problem">
          {missing['marks']}
        </p>
      ) : null}

      <ReasonTabs
        reasons={values.reasons}
        active={active}
        onChoose={setActive}
        onAdd={() => {
          change({ reasons: [...values.reasons, BLANK] })
          setActive(values.reasons.length)
        }}
        onRemove={() => {
          change({ reasons: values.reasons.filter((_, index) => index !== active) })
          setActive(0)
        }}
      />
      <div className={classes.form}>
        <Select
          label="What is in dispute"
          data={choices(REASON_TYPES, REASON_TYPE_LABELS)}
          value={reason.type}
          allowDeselect={false}
          onChange={value => changeReason({ type: knownTerm(REASON_TYPES, value) ?? reason.type })}
        />
        <TextInput
          label="In one sentence"
          placeholder={
            reason.left && reason.right
              ? explain({ ...reason, explanation: '' })
              : 'Written from the words you mark'
          }
          value={reason.explanation}
          onChange={event => changeReason({ explanation: event.currentTarget.value })}
        />
        <Select
          label="What holds"
          description={RELATION_KIND_MEANINGS[kind]}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          data={choices(PROPOSABLE, RELATION_KIND_LABELS)}
          value={kind}
          allowDeselect={false}
          onChange={value => change({ kind: value ?? kind })}
        />
        {kind === 'supersedes' ? (
          <Select
            label="Which is the later one"
            data={[left, right].map(({ id, statement }) => ({ value: id, label: statement }))}
            value={values.supersederId || null}
            onChange={value => change({ supersederId: value ?? '' })}
            error={missing['supersederId']}
          />
        ) : null}
        <Textarea
          label="Why"
          autosize
          minRows={2}
          maxLength={4000}
          value={values.note}
          error={missing['note']}
          onChange={event => change({ note: event.currentTarget.value })}
        />
        {mayDecide ? (
          <Switch
            label="Decide it now, under my name"
            checked={values.decide}
            onChange={event => change({ decide: event.currentTarget.checked })}
          />
        ) : null}
        {submit.isError ? <Outcome error={submit.error} message={messageOf(submit.error)} /> : null}
        {decideInstead.isError ? <Outcome error={decideInstead.error} /> : null}
        <div className={classes.actions}>
          <Button type="submit" loading={submit.isPending}>
            {mayDecide && values.decide ? 'Link and decide' : 'Propose'}
          </Button>
          {standing && mayDecide ? (
            <Button
              variant="default"
              loading={decideInstead.isPending}
              onClick={() => decideInstead.mutate(standing)}
            >
              Decide the pair that stands
            </Button>
          ) : null}
        </div>
      </div>
    </form>
  )
}
