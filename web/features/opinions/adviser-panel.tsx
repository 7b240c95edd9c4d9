import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { Adviser } from '#contract/opinions.ts'
import { ADVISER_LABELS, count } from '../../ui/labels.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { TimeAgo } from '../../ui/time-ago.tsx'
import classes from './opinions.module.css'
import { advisers } from './queries.ts'

/** Which models are asked for second opinions, what of the day's budget is used, and what went wrong last. */
export function AdviserPanel() {
  const query = useQuery(advisers)
  return (
    <Loaded query={query} shape="list">
      {({ advisers: switchedOn }) =>
        switchedOn.length === 0 ? (
          <EmptyState
            title="No second opinion is switched on"
            text="Nothing leaves the machine. With NLI_MODEL a model on this machine, with LLM_URL a language model at an address of yours is asked about the pairs that wait, as one more voice beside the reasons. README.md says how."
          />
        ) : (
          switchedOn.map(adviser => <AdviserCard key={adviser.adviser} adviser={adviser} />)
        )
      }
    </Loaded>
  )
}

function AdviserCard({ adviser }: { adviser: Adviser }) {
  const { model, sentTo, perDay, askedToday, failures } = adviser
  return (
    <article className={classes.adviser}>
      <h3>{model}</h3>
      <p>
        {ADVISER_LABELS[adviser.adviser]}.{' '}
        {sentTo === null
          ? 'Nothing leaves the machine.'
          : `Both statements of a pair, who said them, when and how go to ${sentTo}.`}
      </p>
      <p className={classes.counts}>
        {perDay === null
          ? `${count(askedToday, 'question')} today (UTC)`
          : `${askedToday} of ${count(perDay, 'question')} used today (UTC)`}
        {` · ${count(adviser.given, 'answer')} · ${count(adviser.unusable, 'unusable answer')} · ${count(adviser.failed, 'failure')}`}
        {adviser.waiting > 0 ? ` · ${count(adviser.waiting, 'question')} waiting` : ''}
      </p>
      {perDay !== null && askedToday >= perDay ? (
        <p role="status">The budget of today is used up. What waits is asked tomorrow.</p>
      ) : null}
      {failures.length > 0 ? (
        <ul className={classes.failures} aria-label="What went wrong last">
          {failures.map(({ relationId, at, failure }) => (
            <li key={`${relationId} ${at}`}>
              <TimeAgo at={at} />: {failure} <Link to={`/relations/${relationId}`}>The pair</Link>
            </li>
          ))}
        </ul>
      ) : null}
    </article>
  )
}
