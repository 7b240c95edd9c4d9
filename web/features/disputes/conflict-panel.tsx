import { Alert, Button, Group } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { DISPUTE_STATE_LABELS } from '../../ui/labels.ts'
import { differingFields, type EditedDispute, type EditedField } from './arrangement.ts'
import classes from './editor.module.css'
import { letterOf } from './sides.ts'

const FIELD_LABELS: Record<EditedField, string> = {
  question: 'Question',
  summary: 'Summary',
  state: 'State',
  slug: 'Address',
  positions: 'Sides and their claims',
}

/** What somebody else has saved meanwhile beside what is typed here, where the two differ. */
export function ConflictPanel({
  mine,
  theirs,
  saving,
  onTakeField,
  onTakeAll,
  onKeepMine,
}: {
  mine: EditedDispute
  theirs: EditedDispute
  saving: boolean
  onTakeField: (field: EditedField) => void
  onTakeAll: () => void
  onKeepMine: () => void
}) {
  const panel = useRef<HTMLDivElement>(null)
  // The button that was pressed may be a screen further down.
  useEffect(() => panel.current?.scrollIntoView({ block: 'start' }), [])
  return (
    <Alert
      ref={panel}
      role="alert"
      title="Somebody else changed this point meanwhile"
      className={classes.conflict ?? ''}
    >
      <p>Nothing you typed is lost. This is where the two differ:</p>
      <dl className={classes.differences}>
        {differingFields(mine, theirs).map(field => (
          <div key={field}>
            <dt>
              {FIELD_LABELS[field]}
              <Button size="compact-xs" variant="default" ml="sm" onClick={() => onTakeField(field)}>
                {`Use theirs: ${FIELD_LABELS[field]}`}
              </Button>
            </dt>
            <dd>
              <h3>As it stands now</h3>
              <FieldValue values={theirs} field={field} />
            </dd>
            <dd>
              <h3>Yours</h3>
              <FieldValue values={mine} field={field} />
            </dd>
          </div>
        ))}
      </dl>
      <Group>
        <Button loading={saving} onClick={onKeepMine}>
          Save mine on top
        </Button>
        <Button variant="default" onClick={onTakeAll}>
          Use theirs, drop mine
        </Button>
      </Group>
    </Alert>
  )
}

function FieldValue({ values, field }: { values: EditedDispute; field: EditedField }) {
  if (field === 'state') return <p>{DISPUTE_STATE_LABELS[values.state]}</p>
  if (field !== 'positions') return <p>{values[field] || <span className="soft">Nothing</span>}</p>
  return (
    <ol className={classes.sidesInShort}>
      {values.positions.map(({ key, label, claims }, index) => (
        <li key={key}>
          <strong>{`${letterOf(index)} ${label}`}</strong>
          <ul>
            {claims.map(claim => (
              <li key={claim.id}>{claim.statement}</li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}
