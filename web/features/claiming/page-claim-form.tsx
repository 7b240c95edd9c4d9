import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Claim } from '#contract/claims.ts'
import { parsePartialDate } from '#domain/partial-date.ts'
import { PartialDateField } from '../../ui/partial-date.tsx'
import { dropDraft } from '../../ui/use-draft.ts'
import type { Captured } from './captured.ts'
import { ClaimForm } from './claim-form.tsx'
import classes from './page-claim-form.module.css'
import { draftName } from './passage.ts'
import { savePageClaim } from './save-page-claim.ts'

/** The reader's form for a claim, over words of a page; with what is known of the page when it is a new source. */
export function PageClaimForm({
  captured,
  origin,
  known,
  onChange,
  onSaved,
  onDiscard,
}: {
  captured: Captured
  /** Where the server is. */
  origin: string
  /** Whether the page is a source already. */
  known: boolean
  onChange: (captured: Captured) => void
  onSaved: (claim: Claim) => void
  onDiscard: () => void
}) {
  const { facts, text } = captured
  // The page stands for the snapshot that is not there yet.
  const passage = { ...captured.passage, snapshotId: facts.url }
  // The suggestions begin with what the page says; what is corrected afterwards changes no suggestion.
  const [published] = useState(() => {
    const reading = parsePartialDate(facts.published)
    return facts.published !== '' && reading.ok ? reading.value : null
  })
  const edit = (patch: Partial<Captured['facts']>) => onChange({ ...captured, facts: { ...facts, ...patch } })
  function discard() {
    dropDraft(draftName(passage))
    onDiscard()
  }
  return (
    <section>
      <div className={classes.formHead}>
        <h2>New claim</h2>
        <Button variant="subtle" size="xs" onClick={discard}>
          Throw away
        </Button>
      </div>
      {known ? null : (
        <fieldset className={classes.source}>
          <legend>New source</legend>
          <TextInput
            label="Title"
            value={facts.title}
            required
            onChange={event => edit({ title: event.currentTarget.value })}
          />
          <TextInput
            label="Outlet"
            value={facts.outlet}
            onChange={event => edit({ outlet: event.currentTarget.value })}
          />
          <PartialDateField
            label="Published"
            value={facts.published}
            onChange={value => edit({ published: value })}
          />
        </fieldset>
      )}
      <ClaimForm
        passage={passage}
        text={text}
        published={published}
        topics={[]}
        apart={origin}
        send={body => savePageClaim(captured, body)}
        onSaved={onSaved}
        onDraft={() => {}}
      />
    </section>
  )
}
