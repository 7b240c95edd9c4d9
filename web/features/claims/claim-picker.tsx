import { TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ClaimItem } from '#contract/claims.ts'
import { formatPartialDate } from '#domain/partial-date.ts'
import { messageOf } from '../../api/api-error.ts'
import { claimMatches } from '../../api/claim-queries.ts'
import classes from './claims.module.css'

const TYPING_MS = 150

/** Finds a claim as somebody types. The claim `not` cannot be picked: it is the one looked for a counterpart of. */
export function ClaimPicker({
  label,
  not,
  onPick,
}: {
  label: string
  not: string
  onPick: (claim: ClaimItem) => void
}) {
  const [typed, setTyped] = useState('')
  const [asked] = useDebouncedValue(typed.trim(), TYPING_MS)
  const query = useQuery(claimMatches(asked))
  const found = query.data?.items.filter(claim => claim.id !== not) ?? []
  return (
    <search>
      <TextInput
        type="search"
        label={label}
        description="Words, “a phrase”, -not, speaker:, outlet:, topic:, before:, after:"
        value={typed}
        onChange={event => setTyped(event.currentTarget.value)}
        data-autofocus
      />
      <output aria-live="polite" className="soft">
        {query.isError
          ? messageOf(query.error)
          : found.length === 0 && query.isSuccess
            ? 'No claim matches.'
            : ''}
      </output>
      {found.length > 0 ? (
        <ul className={classes.matches} aria-label="Claims found">
          {found.map(claim => (
            <li key={claim.id}>
              <button type="button" className={classes.match} onClick={() => onPick(claim)}>
                <span className="words">{claim.statement}</span>
                <br />
                <small>{describe(claim)}</small>
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </search>
  )
}

function describe({ speaker, said, source }: ClaimItem): string {
  return [speaker.name, said && formatPartialDate(said.edtf), source.outlet ?? source.title]
    .filter(Boolean)
    .join(' · ')
}
