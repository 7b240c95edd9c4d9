import { Button, Group, Modal } from '@mantine/core'
import { messageOf } from '../../api/api-error.ts'
import { count, RELATION_KIND_LABELS, RELATION_KIND_MEANINGS } from '../../ui/labels.ts'
import type { BulkChoice } from './bulk-choice.ts'
import classes from './list.module.css'
import { laterOf } from './sides.ts'

/** What is about to be decided, before it is. */
export function BulkSummary({
  choice,
  sending,
  error,
  onSend,
  onClose,
}: {
  choice: BulkChoice | null
  sending: boolean
  error: unknown
  onSend: () => void
  onClose: () => void
}) {
  const undated =
    choice?.kind === 'supersedes' ? choice.pairs.filter(pair => laterOf(pair) === null).length : 0
  return (
    <Modal
      opened={choice !== null}
      onClose={onClose}
      size="lg"
      title={choice ? `${count(choice.pairs.length, 'pair')}: ${RELATION_KIND_LABELS[choice.kind]}` : ''}
    >
      {choice ? (
        <>
          <p>{RELATION_KIND_MEANINGS[choice.kind]}</p>
          <p>
            Under your name, on each: <q>{choice.note}</q>
          </p>
          {undated > 0 ? (
            <p>{`Of ${count(undated, 'pair')} it is not known which claim is the later one: they will be left as they are.`}</p>
          ) : null}
          <ol className={classes.summary}>
            {choice.pairs.map(pair => (
              <li key={pair.id}>
                {pair.a.statement}
                <br />
                {pair.b.statement}
              </li>
            ))}
          </ol>
          {error ? (
            <p role="alert" className="problem">
              {`${messageOf(error)} Your selection and your note are kept.`}
            </p>
          ) : null}
          <Group>
            <Button data-autofocus loading={sending} onClick={onSend}>
              {`Decide ${count(choice.pairs.length, 'pair')}`}
            </Button>
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
          </Group>
        </>
      ) : null}
    </Modal>
  )
}
