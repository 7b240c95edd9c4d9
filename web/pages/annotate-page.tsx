import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { readPage } from '#contract/claim-lists.ts'
import { ApiError } from '../api/api-error.ts'
import { call } from '../api/call.ts'
import { meQuery, useCan } from '../api/session.ts'
import { readHandedOver } from '../features/bookmarklet/bookmarklet.ts'
import type { Captured } from '../features/claiming/captured.ts'
import { PageClaimForm } from '../features/claiming/page-claim-form.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { Narrow } from '../ui/narrow.tsx'
import { PageTitle } from '../ui/page-title.tsx'
import { EmptyState, ErrorState } from '../ui/states.tsx'

const SIGN_IN = new ApiError({
  status: 401,
  code: 'unauthenticated',
  message: 'Claims are made by researchers.',
})
const FOR_RESEARCHERS = new ApiError({
  status: 403,
  code: 'forbidden',
  message: 'Claims are made by researchers. Ask an admin for the right to.',
})
const KEPT = 'handed-over'

/** What the bookmark handed over, once: it is kept for this tab, and leaves the address. */
function takeFragment(): string {
  if (window.location.hash === '') return sessionStorage.getItem(KEPT) ?? ''
  try {
    sessionStorage.setItem(KEPT, window.location.hash)
  } catch {
    // Storage is full or switched off: a reload then loses what was handed over.
  }
  return window.location.hash
}

export function Component() {
  const me = useQuery(meQuery)
  const mayAdd = useCan('researcher')
  const [given] = useState(() => readHandedOver(takeFragment()))
  useEffect(() => {
    window.history.replaceState(window.history.state, '', window.location.pathname)
  }, [])
  return (
    <>
      <PageTitle title="Claim of a page" {...(given.facts.title && { lead: given.facts.title })} />
      <Loaded query={me} shape="form">
        {({ account }) => {
          if (!mayAdd) return <ErrorState error={account ? FOR_RESEARCHERS : SIGN_IN} />
          if (given.words === '') return <NothingGiven />
          if (given.readings === null) return <NotInText words={given.words} />
          return <Annotate given={{ facts: given.facts, urls: [given.facts.url], ...given.readings }} />
        }}
      </Loaded>
    </>
  )
}

function Annotate({ given }: { given: Captured }) {
  const navigate = useNavigate()
  const [captured, setCaptured] = useState(given)
  const known = useQuery({
    queryKey: ['pages', given.urls],
    queryFn: ({ signal }) => call(readPage, { query: { url: given.urls, limit: 1 }, signal }),
  })
  const leave = (to: string) => {
    sessionStorage.removeItem(KEPT)
    void navigate(to)
  }
  return (
    <Narrow>
      <Loaded query={known} shape="form">
        {({ source }) => (
          <PageClaimForm
            captured={captured}
            origin={window.location.origin}
            known={source !== null}
            onChange={setCaptured}
            onSaved={claim => leave(`/claims/${claim.id}`)}
            onDiscard={() => leave('/')}
          />
        )}
      </Loaded>
    </Narrow>
  )
}

function NothingGiven() {
  return (
    <EmptyState
      title="No words were handed over"
      text="Select words on a page, and press the bookmark there."
      action={
        <Button component={Link} to="/anywhere">
          Get the bookmark
        </Button>
      }
    />
  )
}

function NotInText({ words }: { words: string }) {
  return (
    <EmptyState
      title="The words are not in the page’s text"
      text={<blockquote className="words">{words}</blockquote>}
      action={
        <Button component={Link} to="/sources/new">
          Add the page as a source
        </Button>
      }
    />
  )
}
