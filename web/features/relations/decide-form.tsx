import { Button, Select, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useDisclosure } from '@mantine/hooks'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { decide } from '#contract/relations.ts'
import { RELATION_KINDS, type RelationKind } from '#domain/vocabulary.ts'
import { call } from '../../api/call.ts'
import { showIssues } from '../../ui/form-errors.ts'
import { choices, RELATION_KIND_LABELS, RELATION_KIND_MEANINGS } from '../../ui/labels.ts'
import { notify } from '../../ui/notify.tsx'
import { useDraft } from '../../ui/use-draft.ts'
import { knownTerm } from '../../ui/use-url-filters.ts'
import { AgreementOutcomes, type Pair } from './agreement-outcomes.tsx'
import { Outcome, standingOf } from './outcome.tsx'
import { relationKeys } from './queries.ts'
import classes from './relations.module.css'
import { useUndo } from './use-undo.ts'

const agrees = ({ kind, state }: Pair) => state === 'suggested' && (kind === 'agrees' || kind === 'duplicate')

/** The decision on a pair, folded away until it is wanted. What is typed survives a conflict. */
export function DecideForm({ relation }: { relation: Pair }) {
  const [open, { toggle, close }] = useDisclosure(false)
  const undo = useUndo()
  return (
    <div className={`${classes.decide} no-print`}>
      <div className={classes.actions}>
        {agrees(relation) ? <AgreementOutcomes relation={relation} /> : null}
        <Button variant="default" size="compact-sm" aria-expanded={open} onClick={toggle}>
          {relation.state === 'suggested' && !agrees(relation) ? 'Decide' : 'Decide otherwise'}
        </Button>
        {relation.state === 'suggested' ? null : (
          <Button
            variant="subtle"
            size="compact-sm"
            loading={undo.isPending}
            onClick={() => undo.mutate({ id: relation.id, version: relation.version })}
          >
            Undo
          </Button>
        )}
        {undo.isError ? <Outcome error={undo.error} /> : null}
      </div>
      {open ? <Form relation={relation} onDone={close} /> : null}
    </div>
  )
}

function Form({ relation, onDone }: { relation: Pair; onDone: () => void }) {
  const client = useQueryClient()
  const undo = useUndo()
  const draft = useDraft(`decide-${relation.id}`, {
    kind: relation.kind,
    supersederId: relation.supersederId ?? '',
    note: '',
  })
  const [failure, setFailure] = useState<string | null>(null)
  // What others decide meanwhile is shown at once, and must not be decided over unread: the version is the one that was seen.
  const [seen, setSeen] = useState(relation.version)
  const form = useForm({
    initialValues: draft.initial,
    onValuesChange: draft.keep,
    validate: { note: value => (value.trim() === '' ? 'Say why: the reason stands under your name.' : null) },
  })
  const kind: RelationKind = knownTerm(RELATION_KINDS, form.values.kind) ?? relation.kind
  const submit = useMutation({
    mutationFn: () =>
      call(decide, {
        params: { id: relation.id },
        body: {
          version: seen,
          kind,
          supersederId: kind === 'supersedes' ? form.values.supersederId : null,
          note: form.values.note,
        },
      }),
    onSuccess: async decided => {
      draft.clear()
      onDone()
      notify({
        title: RELATION_KIND_LABELS[decided.kind],
        message: 'Your decision stands under your name.',
        undo: () => undo.mutate({ id: decided.id, version: decided.version }),
      })
      await client.invalidateQueries()
    },
    onError: async error => {
      setFailure(showIssues(form, error))
      setSeen(standingOf(error)?.version ?? seen)
      await client.invalidateQueries({ queryKey: relationKeys.all })
    },
  })
  return (
    <form className={classes.form} noValidate onSubmit={form.onSubmit(() => submit.mutate())}>
      <Select
        label="What holds"
        description={RELATION_KIND_MEANINGS[kind]}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        data={choices(RELATION_KINDS, RELATION_KIND_LABELS)}
        allowDeselect={false}
        value={form.values.kind}
        onChange={value => form.setFieldValue('kind', value ?? relation.kind)}
        error={form.errors.kind}
      />
      {kind === 'supersedes' ? (
        <Select
          label="Which is the later one"
          data={[relation.a, relation.b].map(({ id, statement }) => ({ value: id, label: statement }))}
          {...form.getInputProps('supersederId')}
          value={form.values.supersederId || null}
          onChange={value => form.setFieldValue('supersederId', value ?? '')}
        />
      ) : null}
      <Textarea label="Why" autosize minRows={2} maxLength={4000} {...form.getInputProps('note')} />
      {submit.isError && failure ? <Outcome error={submit.error} message={failure} /> : null}
      <div className={classes.actions}>
        <Button type="submit" loading={submit.isPending}>
          Decide
        </Button>
        <Button variant="subtle" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
