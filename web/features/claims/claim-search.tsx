import { Select, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { useState } from 'react'
import { CLAIM_ORDERS } from '#contract/claim-lists.ts'
import { useCan } from '../../api/session.ts'
import { knownTerm } from '../../ui/use-url-filters.ts'
import classes from './claims.module.css'
import type { ClaimOrder } from './queries.ts'
import { SavedSearches } from './saved-searches.tsx'
import type { UrlClaimFilter } from './use-claim-filter.ts'

const ORDER_LABELS: Record<ClaimOrder, string> = {
  newest: 'Newest first',
  oldest: 'Oldest first',
  said_last: 'Said last first',
  said_first: 'Said first first',
}

const TYPING_MS = 200

/** The search field of the claims, and their order. */
export function ClaimSearch({ url }: { url: UrlClaimFilter }) {
  const signedIn = useCan('reader')
  const inUrl = url.filter.q ?? ''
  const [typed, setTyped] = useState(inUrl)
  const [written, setWritten] = useState(inUrl)
  const write = useDebouncedCallback((q: string) => {
    setWritten(q)
    url.change({ q }, { replace: true })
  }, TYPING_MS)
  // Back and forward change the URL from outside: the field follows, but never overwrites what is being typed.
  if (inUrl !== written) {
    setTyped(inUrl)
    setWritten(inUrl)
  }
  return (
    <search className={classes.bar}>
      <TextInput
        type="search"
        aria-label="Search claims"
        placeholder="Words, “a phrase”, -not, speaker:, outlet:, topic:, before:, after:"
        value={typed}
        onChange={event => {
          setTyped(event.currentTarget.value)
          write(event.currentTarget.value)
        }}
      />
      <Select
        aria-label="Order"
        data={CLAIM_ORDERS.map(value => ({ value, label: ORDER_LABELS[value] }))}
        value={url.order}
        allowDeselect={false}
        onChange={value => url.change({ order: knownTerm(CLAIM_ORDERS, value) ?? null })}
        w="11rem"
      />
      {signedIn ? <SavedSearches /> : null}
    </search>
  )
}
