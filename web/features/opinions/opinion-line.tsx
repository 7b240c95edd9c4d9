import type { Adviser, Opinion } from '#contract/opinions.ts'
import { OPINION_STATE_LABELS } from '../../ui/labels.ts'
import { TimeAgo } from '../../ui/time-ago.tsx'
import classes from './opinions.module.css'
import { overLines, sayProbabilities, sayRequest, sayVerdict } from './say-opinion.ts'

/** What one model says, and behind it what was asked and answered word by word. */
export function OpinionLine({ opinion, adviser }: { opinion: Opinion; adviser: Adviser | undefined }) {
  const { model, verdict, current } = opinion
  return (
    <div>
      <p className={classes.line}>
        <span className={classes.label}>Second opinion</span>
        <span>
          <span className={classes.model}>{model}</span>{' '}
          {verdict ? sayVerdict(verdict) : sayState(opinion, adviser)}
          {opinion.explanation ? `: “${opinion.explanation}”` : null}
        </span>
        {verdict && !current ? <span className="soft">of an earlier wording</span> : null}
        {verdict ? <span className={classes.where}>a model’s voice, not a decision</span> : null}
      </p>
      {opinion.state === 'waiting' ? null : <Exchange opinion={opinion} />}
    </div>
  )
}

function sayState({ state, failure }: Opinion, adviser: Adviser | undefined): string {
  if (state === 'waiting')
    return adviser && adviser.perDay !== null && adviser.askedToday >= adviser.perDay
      ? `is asked tomorrow: the ${adviser.perDay} questions of today are used up.`
      : 'is asked …'
  if (state === 'unusable') return `gave an answer that cannot be used. ${failure ?? ''}`
  return `gave no answer. ${failure ?? ''}`
}

function Exchange({ opinion }: { opinion: Opinion }) {
  const { verdict, spans, request, answer, askedBy, answeredAt } = opinion
  const took = [
    opinion.durationMs === null ? null : `${(opinion.durationMs / 1_000).toFixed(1)} s`,
    opinion.attempts > 1 ? `sent ${opinion.attempts} times` : null,
    opinion.tokens === null ? null : `${opinion.tokens} tokens`,
  ].filter(part => part !== null)
  return (
    <details className={classes.exchange}>
      <summary>What was asked and answered</summary>
      <dl>
        <dt>Asked</dt>
        <dd>
          {askedBy ? `by ${askedBy.name}` : 'by itself, when the pair was suggested'}
          {answeredAt ? (
            <>
              {', '}
              {OPINION_STATE_LABELS[opinion.state].toLowerCase()} <TimeAgo at={answeredAt} />
            </>
          ) : null}
          {took.length > 0 ? ` (${took.join(', ')})` : null}
        </dd>
        {verdict ? (
          <>
            <dt>Probabilities</dt>
            <dd>{sayProbabilities(verdict)}</dd>
          </>
        ) : null}
        {spans.length > 0 ? (
          <>
            <dt>Words at odds</dt>
            {spans.map(({ a, b }) => (
              <dd key={`${a.start} ${b.start}`}>{`“${a.exact}” / “${b.exact}”`}</dd>
            ))}
          </>
        ) : null}
        {request === null ? null : (
          <>
            <dt>Sent</dt>
            <dd>
              <pre>{sayRequest(request)}</pre>
            </dd>
          </>
        )}
        {answer === null ? null : (
          <>
            <dt>Came back</dt>
            <dd>
              <pre>{overLines(answer)}</pre>
            </dd>
          </>
        )}
      </dl>
    </details>
  )
}
