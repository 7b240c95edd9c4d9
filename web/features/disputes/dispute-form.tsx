import { Alert, Button, Group, Select, Textarea } from '@mantine/core'
import { type FormEvent, type ReactNode, useState } from 'react'
import { DISPUTE_STATES } from '#domain/vocabulary.ts'
import { choices, DISPUTE_STATE_LABELS } from '../../ui/labels.ts'
import { notify } from '../../ui/notify.tsx'
import { knownTerm } from '../../ui/use-url-filters.ts'
import {
  type EditedDispute,
  type EditedPosition,
  movePosition,
  newPosition,
  placeClaim,
  renamePosition,
  takeOffClaim,
} from './arrangement.ts'
import type { ArrangementIssues } from './arrangement-issues.ts'
import { ClaimFinder } from './claim-finder.tsx'
import classes from './editor.module.css'
import { type ArrangementActions, PositionEditor } from './position-editor.tsx'
import { letterOf } from './sides.ts'

const MOST_POSITIONS = 12

/** Everything that an editor writes of a disputed point. */
export function DisputeForm({
  values,
  onChange,
  issues,
  failure,
  saving,
  submitLabel,
  isNew = false,
  slugFixed = false,
  onSubmit,
  onCancel,
  children,
}: {
  values: EditedDispute
  onChange: (change: (last: EditedDispute) => EditedDispute) => void
  issues: ArrangementIssues
  failure: string | null
  saving: boolean
  submitLabel: string
  isNew?: boolean
  /** The address of a point that has been published stays. */
  slugFixed?: boolean
  onSubmit: () => void
  onCancel: ReactNode
  /** Stands above the form: what else was changed meanwhile. */
  children?: ReactNode
}) {
  const [moved, setMoved] = useState('')
  const { positions } = values
  const change = (part: Partial<EditedDispute>) => onChange(last => ({ ...last, ...part }))
  const arrange = (next: (positions: EditedPosition[]) => EditedPosition[]) =>
    onChange(last => ({ ...last, positions: next(last.positions) }))

  const actions: ArrangementActions = {
    onRename: (key, label) => arrange(last => renamePosition(last, key, label)),
    onMove: (key, by) => {
      arrange(last => movePosition(last, key, by))
      const to = positions.findIndex(position => position.key === key) + by
      if (positions[to]) setMoved(`Moved. It is side ${letterOf(to)} now.`)
    },
    onRemove: key => {
      const before = positions
      arrange(last => last.filter(position => position.key !== key))
      notify({ message: 'Side removed.', undo: () => change({ positions: before }) })
    },
    onPlace: (claim, key) => arrange(last => placeClaim(last, claim, key)),
    onTakeOff: claimId => arrange(last => takeOffClaim(last, claimId)),
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    onSubmit()
  }

  return (
    <form onSubmit={submit} noValidate className={classes.editor}>
      <div className={classes.main}>
        {children}
        <Textarea
          label="Question"
          description="One that the sides answer differently."
          classNames={{ input: classes.question ?? '' }}
          autosize
          minRows={1}
          value={values.question}
          error={issues.fields['question']}
          onChange={event => change({ question: event.currentTarget.value })}
        />
        <Textarea
          label="Summary"
          description="What a reader must know to follow; says nothing for a side."
          autosize
          minRows={3}
          maxRows={12}
          value={values.summary}
          error={issues.fields['summary']}
          onChange={event => change({ summary: event.currentTarget.value })}
        />
        {isNew ? null : (
          <Group align="start" grow>
            <Select
              label="State"
              data={choices(DISPUTE_STATES, DISPUTE_STATE_LABELS)}
              allowDeselect={false}
              value={values.state}
              error={issues.fields['state']}
              onChange={state => change({ state: knownTerm(DISPUTE_STATES, state) ?? values.state })}
            />
            <Textarea
              label="Address"
              description={
                slugFixed
                  ? 'It stays as it was when the point was published.'
                  : 'Until the point is first published.'
              }
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              autosize
              minRows={1}
              readOnly={slugFixed}
              variant={slugFixed ? 'unstyled' : 'default'}
              value={values.slug}
              error={issues.fields['slug']}
              onChange={event => change({ slug: event.currentTarget.value.replaceAll('\n', '') })}
            />
          </Group>
        )}
        <section aria-label="Sides" className={classes.positions}>
          <h2 className={classes.title}>Sides</h2>
          {issues.fields['positions'] ? (
            <p className={classes.error} role="alert">
              {issues.fields['positions']}
            </p>
          ) : null}
          {positions.map((position, index) => (
            <PositionEditor
              key={position.key}
              position={position}
              index={index}
              positions={positions}
              issues={issues}
              actions={actions}
            />
          ))}
          <p className={classes.spoken} aria-live="polite">
            {moved}
          </p>
          <Button
            variant="default"
            disabled={positions.length >= MOST_POSITIONS}
            onClick={() => arrange(last => [...last, newPosition()])}
          >
            Add a side
          </Button>
        </section>
      </div>
      <ClaimFinder positions={positions} actions={actions} />
      <div className={classes.foot}>
        {failure ? (
          <Alert role="alert" title={failure}>
            {[...issues.rest, 'What you typed is kept.'].join(' ')}
          </Alert>
        ) : null}
        <Group>
          <Button type="submit" loading={saving}>
            {submitLabel}
          </Button>
          {onCancel}
        </Group>
      </div>
    </form>
  )
}
