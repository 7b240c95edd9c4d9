import { Alert, Button, Group, Kbd } from '@mantine/core'
import { Link } from 'react-router'
import type { Claim } from '#contract/claims.ts'
import { ApiError, hasCode, messageOf } from '../../api/api-error.ts'
import { firstAppearance } from '../../compare/disputed-marks.ts'
import { useKeys } from '../../ui/keys.ts'
import { RELATION_KIND_LABELS, RELATION_STATE_LABELS } from '../../ui/labels.ts'
import classes from './review.module.css'
import type { Desk, DeskPair } from './use-desk.ts'

/** A decision that the server did not take: what stands now, what one had chosen, and how to go on. Nothing is lost. */
export function RefusalPanel({ desk }: { desk: Desk }) {
  const { refused } = desk
  const again = refused && !hasCode(refused.error, 'unprocessable') ? refused : null
  useKeys(
    'A decision that was not taken',
    refused
      ? [
          ...(again
            ? [
                {
                  keys: 'y',
                  does: 'Decide it anew, as chosen',
                  run: () => void desk.choose(again.id, again.choice),
                },
              ]
            : []),
          { keys: 'v', does: 'Look at that pair', run: () => desk.look(refused.id) },
          { keys: 'l', does: 'Leave it as it is', run: () => desk.leave(refused.id) },
        ]
      : [],
  )
  if (!refused) return null
  const { id, choice, error, pair } = refused
  return (
    <Alert role="alert" className={classes.refusal ?? ''} title={titleOf(error)}>
      {pair ? (
        <p className={classes.refusedPair}>{`“${pair.a.statement}” and “${pair.b.statement}”`}</p>
      ) : null}
      {hasCode(error, 'conflict') && pair ? <Standing pair={pair} /> : null}
      {hasCode(error, 'unprocessable') && pair ? <Missing error={error} pair={pair} /> : null}
      {hasCode(error, 'conflict') || hasCode(error, 'unprocessable') ? null : <p>{messageOf(error)}</p>}
      <p>
        You chose: <strong>{RELATION_KIND_LABELS[choice.kind]}</strong>
        {` (“${choice.note}”). It is kept here.`}
      </p>
      <Group gap="xs" mt="xs">
        {again ? (
          <Button
            size="compact-sm"
            onClick={() => void desk.choose(id, choice)}
            rightSection={<Kbd size="xs">Y</Kbd>}
          >
            Decide anew
          </Button>
        ) : null}
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => desk.look(id)}
          rightSection={<Kbd size="xs">V</Kbd>}
        >
          Look at it
        </Button>
        <Button
          size="compact-sm"
          variant="subtle"
          onClick={() => desk.leave(id)}
          rightSection={<Kbd size="xs">L</Kbd>}
        >
          Leave it
        </Button>
      </Group>
    </Alert>
  )
}

function titleOf(error: unknown): string {
  if (hasCode(error, 'conflict')) return 'Somebody else was faster: your decision was not taken'
  if (hasCode(error, 'unprocessable')) return 'Your decision could not be taken'
  return 'Your decision did not arrive'
}

function Standing({ pair }: { pair: DeskPair }) {
  const last = pair.decisions.at(-1)
  if (!last && pair.awaits !== null)
    return <p>Another editor has read this pair. What they found shows after your own reading.</p>
  return (
    <p>
      {last ? `${last.decidedBy.name} decided: ` : 'It now stands as: '}
      <strong>{RELATION_KIND_LABELS[last?.kind ?? pair.kind]}</strong>
      {last ? `, “${last.note}”.` : `, ${RELATION_STATE_LABELS[pair.state].toLowerCase()}.`}
    </p>
  )
}

/** Of each claim without a footing, where one can be given to it. */
function Missing({ error, pair }: { error: ApiError; pair: DeskPair }) {
  const sides: Record<string, Claim | undefined> = { a: pair.a, b: pair.b }
  return (
    <>
      <p>{error.message}</p>
      <ul className={classes.missing}>
        {error.issues.map(({ path, message }) => {
          const claim = sides[path]
          const appearance = claim && firstAppearance(claim)
          return (
            <li key={path}>
              {message}{' '}
              {appearance ? (
                <Link
                  to={`/sources/${appearance.source.id}`}
                >{`Quote it anew in “${appearance.source.title}”`}</Link>
              ) : null}
            </li>
          )
        })}
      </ul>
    </>
  )
}
