import { TextInput } from '@mantine/core'
import { getHotkeyHandler, useDebouncedValue } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useQueries, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { messageOf } from '../../api/api-error.ts'
import { claimMatches } from '../../api/claim-queries.ts'
import { type EditedPosition, placedClaim } from './arrangement.ts'
import { ClaimLine } from './claim-line.tsx'
import classes from './editor.module.css'
import type { ArrangementActions } from './position-editor.tsx'
import { relationsOf } from './queries.ts'
import { relatedClaims } from './related-claims.ts'
import { SideButtons } from './side-buttons.tsx'

type Props = {
  positions: readonly EditedPosition[]
  actions: Pick<ArrangementActions, 'onPlace' | 'onTakeOff'>
}

/** Where claims come from: those related to the ones already there, and a search as somebody types. */
export function ClaimFinder({ positions, actions }: Props) {
  return (
    <div className={classes.finder}>
      <FoundClaims positions={positions} actions={actions} />
      <RelatedClaims positions={positions} actions={actions} />
    </div>
  )
}

const SETTLE_MS = 150

/** Enter in the search must not save the form around it. */
const keepFromSubmitting = getHotkeyHandler([['Enter', event => event.preventDefault()]])
const SHORTEST = 2

function FoundClaims({ positions, actions }: Props) {
  const [typed, setTyped] = useState('')
  const [q] = useDebouncedValue(typed.trim(), SETTLE_MS)
  const found = useQuery({ ...claimMatches(q), enabled: q.length >= SHORTEST })
  const items = typed.trim().length >= SHORTEST ? (found.data?.items ?? []) : []
  return (
    <section aria-label="Find claims">
      <TextInput
        type="search"
        label="Find claims"
        description="Words, “a phrase”, speaker:name, outlet:name. Then press the letter of a side."
        leftSection={<IconSearch size={16} aria-hidden />}
        value={typed}
        onChange={event => setTyped(event.currentTarget.value)}
        onKeyDown={keepFromSubmitting}
      />
      <div aria-live="polite" className={classes.hint}>
        {found.isError ? messageOf(found.error) : (found.data?.problems[0]?.message ?? '')}
        {typed.trim().length >= SHORTEST && found.data && items.length === 0 && !found.isFetching
          ? 'No claim found.'
          : ''}
      </div>
      <ul className={classes.claims}>
        {items.map(placedClaim).map(claim => (
          <ClaimLine key={claim.id} claim={claim}>
            <SideButtons claim={claim} positions={positions} {...actions} />
          </ClaimLine>
        ))}
      </ul>
    </section>
  )
}

/** More claims than this are not asked after: what they are related to is likely there already. */
const MOST_ASKED = 12

function RelatedClaims({ positions, actions }: Props) {
  const placed = positions.flatMap(position => position.claims)
  const relations = useQueries({
    queries: placed.slice(0, MOST_ASKED).map(claim => relationsOf(claim.id)),
    combine: results => results.flatMap(result => result.data?.items ?? []),
  })
  const related = relatedClaims(relations, positions)
  if (related.length === 0) return null
  return (
    <section aria-label="Related claims">
      <h3 className={classes.finderTitle}>Related to the claims on the sides</h3>
      <ul className={classes.claims}>
        {related.map(({ claim, note }) => (
          <ClaimLine key={claim.id} claim={claim} note={note}>
            <SideButtons claim={claim} positions={positions} {...actions} />
          </ClaimLine>
        ))}
      </ul>
    </section>
  )
}
