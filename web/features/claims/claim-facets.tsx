import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { parsePartialDate } from '#domain/partial-date.ts'
import { HOW_PUT, type QuoteState } from '#domain/vocabulary.ts'
import { useCan } from '../../api/session.ts'
import { HOW_PUT_LABELS, QUOTE_STATE_LABELS } from '../../ui/labels.ts'
import { PartialDateField } from '../../ui/partial-date.tsx'
import { knownTerm } from '../../ui/use-url-filters.ts'
import classes from './claims.module.css'
import { claimFacets } from './queries.ts'
import type { UrlClaimFilter } from './use-claim-filter.ts'

const FACETS = [
  { name: 'speaker', title: 'Speaker' },
  { name: 'outlet', title: 'Outlet' },
  { name: 'topic', title: 'Topic' },
  { name: 'howPut', title: 'How put' },
] as const

type FacetName = (typeof FACETS)[number]['name']

/** What the claims that match are made of, with counts; each line narrows the list, or widens it again. */
export function ClaimFacets({ url }: { url: UrlClaimFilter }) {
  const query = useQuery(claimFacets(url.filter))
  const mayJoin = useCan('researcher')
  return (
    <div>
      <div className={classes.switches}>
        <Switch url={url} name="disputed" label="Disputed only" />
        {mayJoin ? <Switch url={url} name="joined" label="Joined claims too" /> : null}
      </div>
      <SaidBetween url={url} />
      <QuoteStates url={url} />
      {FACETS.map(({ name, title }) => (
        <Facet key={name} name={name} title={title} groups={query.data?.[name] ?? []} url={url} />
      ))}
    </div>
  )
}

function Facet({
  name,
  title,
  groups,
  url,
}: {
  name: FacetName
  title: string
  groups: { value: string; label: string; claims: number }[]
  url: UrlClaimFilter
}) {
  const chosen = url.many(name)
  // A choice that nothing matches any more must stay, or it could not be taken back.
  const lost = chosen.filter(value => !groups.some(group => group.value === value))
  if (groups.length === 0 && lost.length === 0) return null
  const toggle = (value: string) =>
    url.change({
      [name]: chosen.includes(value) ? chosen.filter(other => other !== value) : [...chosen, value],
    })
  return (
    <section className={classes.facet} aria-label={title}>
      <h3>{title}</h3>
      <ul>
        {[...groups, ...lost.map(value => ({ value, label: value, claims: 0 }))].map(group => (
          <li key={group.value}>
            <button
              type="button"
              className={classes.choice}
              aria-pressed={chosen.includes(group.value)}
              onClick={() => toggle(group.value)}
            >
              <span>{labelOf(name, group)}</span>
              <span>{group.claims.toLocaleString('en-GB')}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function labelOf(name: FacetName, group: { value: string; label: string }): string {
  const term = name === 'howPut' ? knownTerm(HOW_PUT, group.value) : undefined
  return term ? HOW_PUT_LABELS[term] : group.label
}

function Switch({ url, name, label }: { url: UrlClaimFilter; name: 'disputed' | 'joined'; label: string }) {
  const on = url.filter[name] === 'true'
  return (
    <Button
      variant={on ? 'filled' : 'default'}
      size="compact-sm"
      aria-pressed={on}
      onClick={() => url.change({ [name]: on ? null : 'true' })}
    >
      {label}
    </Button>
  )
}

/** Quotes that stand where they were taken are the rule: what is looked for is the others. */
const UNUSUAL = ['changed', 'missing', 'moved'] as const satisfies readonly QuoteState[]

function QuoteStates({ url }: { url: UrlClaimFilter }) {
  const chosen = url.filter.quoteState ?? []
  return (
    <section className={classes.facet} aria-label="Quote">
      <h3>Quote</h3>
      <ul>
        {UNUSUAL.map(state => (
          <li key={state}>
            <button
              type="button"
              className={classes.choice}
              aria-pressed={chosen.includes(state)}
              onClick={() =>
                url.change({
                  quoteState: chosen.includes(state)
                    ? chosen.filter(other => other !== state)
                    : [...chosen, state],
                })
              }
            >
              <span>{QUOTE_STATE_LABELS[state]}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Filters by when the claims were said, as soon as what is typed is a date. */
function SaidBetween({ url }: { url: UrlClaimFilter }) {
  return (
    <section className={classes.facet} aria-label="Said between">
      <DateFilter
        label="Said from"
        value={url.filter.from ?? ''}
        onDate={from => url.change({ from }, { replace: true })}
      />
      <DateFilter
        label="Said up to"
        value={url.filter.to ?? ''}
        onDate={to => url.change({ to }, { replace: true })}
      />
    </section>
  )
}

function DateFilter({
  label,
  value,
  onDate,
}: {
  label: string
  value: string
  onDate: (date: string | null) => void
}) {
  const [typed, setTyped] = useState(value)
  return (
    <PartialDateField
      label={label}
      placeholder="2020, March 2020"
      description=""
      mb="xs"
      value={typed}
      onChange={next => {
        setTyped(next)
        const parsed = parsePartialDate(next)
        if (next.trim() === '') onDate(null)
        else if (parsed.ok) onDate(parsed.value.edtf)
      }}
    />
  )
}
