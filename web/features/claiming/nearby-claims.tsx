import { Button, VisuallyHidden } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import type { ClaimItem } from '#contract/claims.ts'
import type { CheckedClaim } from '#contract/suggestions.ts'
import { LIMITS } from '#contract/text.ts'
import type { HowPut } from '#domain/vocabulary.ts'
import { count } from '../../ui/labels.ts'
import { MarkedText } from '../../ui/marked-text.tsx'
import classes from './nearby-claims.module.css'
import { nearbyClaims } from './queries.ts'
import { SayingFacts } from './saying-facts.tsx'

/** Long enough that a word is finished, short enough that the answer is there within 300 ms. */
const PAUSE_MS = 150

const FEWEST_WORDS = 3

/** How many are shown before somebody asks for the rest. */
const SHOWN = 2

/** What can be done with a claim that says the same. */
export type Repeating = { label: string; run: (claim: ClaimItem) => void; running: boolean }

/**
 * The stored claims that a statement may conflict with or repeat, while it is written. Nothing while there are none.
 * The claim `except` is left out.
 */
export function NearbyClaims({
  statement,
  howPut,
  except,
  repeating,
  origin,
}: {
  statement: string
  howPut: HowPut
  except?: string
  repeating?: Repeating
  /** Where the server is, when this is no page of it. */
  origin?: string
}) {
  const [settled] = useDebouncedValue(statement.trim(), PAUSE_MS)
  const asks = settled.split(/\s+/).length >= FEWEST_WORDS && settled.length <= LIMITS.statement
  const query = useQuery({ ...nearbyClaims(settled, howPut), enabled: asks })
  const others = (claims: readonly CheckedClaim[] = []) => claims.filter(({ claim }) => claim.id !== except)
  const conflicts = asks ? others(query.data?.conflicts) : []
  const repeats = asks ? others(query.data?.repeats) : []
  const said = [
    conflicts.length > 0 ? `May conflict with ${count(conflicts.length, 'claim')}` : '',
    repeats.length > 0 ? `May repeat ${count(repeats.length, 'claim')}` : '',
  ].filter(part => part !== '')
  return (
    <>
      <VisuallyHidden aria-live="polite">{said.join('. ')}</VisuallyHidden>
      {said.length > 0 ? (
        <section
          className={classes.nearby}
          aria-label="Stored claims nearby"
          aria-busy={query.isPlaceholderData || undefined}
        >
          <Group title="May conflict with" claims={conflicts} origin={origin} marked />
          <Group title="May repeat" claims={repeats} origin={origin} repeating={repeating} />
        </section>
      ) : null}
      {asks && query.isError ? (
        <p className={classes.failed}>It could not be compared with what is stored.</p>
      ) : null}
    </>
  )
}

function Group({
  title,
  claims,
  marked = false,
  repeating,
  origin,
}: {
  title: string
  claims: readonly CheckedClaim[]
  /** Whether the disputed words are marked, and said why. */
  marked?: boolean
  repeating?: Repeating | undefined
  origin: string | undefined
}) {
  const [all, setAll] = useState(false)
  if (claims.length === 0) return null
  const more = claims.length - SHOWN
  return (
    <div>
      <h3 className={classes.title}>{title}</h3>
      <ul className={classes.claims}>
        {(all ? claims : claims.slice(0, SHOWN)).map(checked => (
          <li key={checked.claim.id}>
            <NearbyClaim checked={checked} marked={marked} repeating={repeating} origin={origin} />
          </li>
        ))}
      </ul>
      {more > 0 && !all ? (
        <Button variant="subtle" size="compact-xs" onClick={() => setAll(true)}>
          {`Show ${more} more`}
        </Button>
      ) : null}
    </div>
  )
}

function NearbyClaim({
  checked: { claim, reasons },
  marked,
  repeating,
  origin,
}: {
  checked: CheckedClaim
  marked: boolean
  repeating?: Repeating | undefined
  origin: string | undefined
}) {
  const disputed = marked ? reasons : []
  const statement = <MarkedText text={claim.statement} spans={disputed.map(reason => reason.theirs)} />
  return (
    <>
      <p className={classes.statement}>
        {origin === undefined ? (
          <Link to={`/claims/${claim.id}`}>{statement}</Link>
        ) : (
          <a href={`${origin}/claims/${claim.id}`} target="_blank" rel="noreferrer">
            {statement}
          </a>
        )}
      </p>
      {disputed.slice(0, 1).map(reason => (
        <p key={reason.explanation} className={classes.reason}>
          {reason.explanation}
        </p>
      ))}
      <p className={`${classes.by} dotted`}>
        <span>{claim.speaker.name}</span>
        <SayingFacts howPut={claim.howPut} said={claim.said} />
        {claim.source.outlet ? <span>{claim.source.outlet}</span> : null}
      </p>
      {repeating ? (
        <Button
          variant="default"
          size="compact-xs"
          mt={4}
          loading={repeating.running}
          onClick={() => repeating.run(claim)}
        >
          {repeating.label}
        </Button>
      ) : null}
    </>
  )
}
