import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Claim } from '#contract/claims.ts'
import { parsePartialDate } from '#domain/partial-date.ts'
import { ClaimForm } from '../../features/claiming/claim-form.tsx'
import { PartialDateField } from '../../ui/partial-date.tsx'
import type { Captured } from '../messages.ts'
import classes from './panel.module.css'
import { saveCapture } from './save-capture.ts'

/** The reader's form for a claim, over words of a page; with what is known of the page when it is a new source. */
export function CaptureForm({
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
  const { facts, text, passage } = captured
  // The suggestions begin with what the page says; what is corrected afterwards changes no suggestion.
  const [published] = useState(() => {
    const reading = parsePartialDate(facts.published)
    return facts.published !== '' && reading.ok ? reading.value : null
  })
  const edit = (patch: Partial<Captured['facts']>) => onChange({ ...captured, facts: { ...facts, ...patch } })
  return (
    <section>
      <div className={classes.formHead}>
        <h2>New claim</h2>
        <Button variant="subtle" size="xs" onClick={onDiscard}>
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
        passage={{ ...passage, snapshotId: facts.url }}
        text={text}
        published={published}
        topics={[]}
        apart={origin}
        send={body => saveCapture(captured, body)}
        onSaved={onSaved}
        onDraft={() => {}}
      />
    </section>
  )
}
