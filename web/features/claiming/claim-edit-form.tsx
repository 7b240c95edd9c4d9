import { Button, Modal, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Claim, updateClaim } from '#contract/claims.ts'
import { formatPartialDate } from '#domain/partial-date.ts'
import { hasCode } from '../../api/api-error.ts'
import { call } from '../../api/call.ts'
import { showIssues } from '../../ui/form-errors.ts'
import { HOW_PUT_LABELS } from '../../ui/labels.ts'
import { PartialDateField } from '../../ui/partial-date.tsx'
import side from '../../ui/side-form.module.css'
import { submitOnKeys } from '../../ui/submit-on-keys.ts'
import { useDraft } from '../../ui/use-draft.ts'
import { useFocusBack } from '../../ui/use-focus-back.ts'
import { FIELD_OF, speakerChoice } from './claim-values.ts'
import classes from './claiming.module.css'
import { HowPutField } from './how-put-field.tsx'
import { NearbyClaims } from './nearby-claims.tsx'
import { SpeakerField, useKnownSpeakers } from './speaker-field.tsx'
import { TopicsField } from './topics-field.tsx'

/** Edits a claim by a new revision. On a conflict the other person's wording stands beside one's own, which is kept. */
export function ClaimEditForm({ claim, onClose }: { claim: Claim; onClose: () => void }) {
  const client = useQueryClient()
  useFocusBack()
  const { speaker } = claim
  const draft = useDraft(`claim-edit-${claim.id}`, {
    statement: claim.statement,
    speakerId: speaker.id,
    speakerName: speaker.name,
    speakerKind: speaker.kind,
    speakerRole: speaker.role ?? '',
    speakerApart: '',
    howPut: claim.howPut,
    said: claim.said?.edtf ?? '',
    topics: claim.topics.map(topic => topic.name),
  })
  const [version, setVersion] = useState(claim.version)
  const [theirs, setTheirs] = useState<Claim | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const form = useForm({ initialValues: draft.initial, onValuesChange: draft.keep })
  const { values, errors } = form
  const { found, known } = useKnownSpeakers(values.speakerName)
  const submit = useMutation({
    mutationFn: () => {
      const { statement, howPut, said, topics } = values
      const body = { version, statement, howPut, said, topics, speaker: speakerChoice(values, known) }
      return call(updateClaim, { params: { id: claim.id }, body })
    },
    onSuccess: async () => {
      draft.clear()
      onClose()
      await client.invalidateQueries()
    },
    onError: error => {
      setFailure(showIssues(form, error, FIELD_OF))
      const standing = hasCode(error, 'conflict') ? Claim.safeParse(error.current).data : undefined
      if (!standing) return
      setVersion(standing.version)
      setTheirs(standing)
    },
  })
  return (
    <Modal opened onClose={onClose} title="Edit the claim" size="lg">
      <form
        ref={submitOnKeys}
        noValidate
        className={`${side.form} ${classes.form}`}
        onSubmit={event => {
          event.preventDefault()
          if (!submit.isPending) submit.mutate()
        }}
      >
        <Textarea
          label="Statement"
          required
          autosize
          minRows={2}
          maxRows={8}
          {...form.getInputProps('statement')}
        />
        {values.statement === claim.statement ? null : (
          <NearbyClaims statement={values.statement} howPut={values.howPut} except={claim.id} />
        )}
        <SpeakerField
          values={values}
          errors={errors}
          found={found}
          known={known}
          suggested={[]}
          onChange={patch => form.setValues(patch)}
        />
        <HowPutField value={values.howPut} onChange={howPut => form.setFieldValue('howPut', howPut)} />
        <PartialDateField
          label="Said"
          value={values.said}
          error={errors['said']}
          onChange={said => form.setFieldValue('said', said)}
        />
        <TopicsField
          value={values.topics}
          error={errors['topics']}
          onChange={topics => form.setFieldValue('topics', topics)}
        />
        {failure ? (
          <p role="alert" className="problem">
            {failure} What you typed is kept.
          </p>
        ) : null}
        {theirs ? <Theirs claim={theirs} /> : null}
        <div className={side.save}>
          <Button type="submit" loading={submit.isPending}>
            {theirs ? 'Save mine on top' : 'Save as a new revision'}
          </Button>
          <Button variant="subtle" onClick={onClose}>
            Cancel
          </Button>
        </div>
      </form>
    </Modal>
  )
}

/** How the claim reads since somebody else saved it. */
function Theirs({ claim }: { claim: Claim }) {
  const facts = [
    claim.speaker.name,
    HOW_PUT_LABELS[claim.howPut],
    claim.said && formatPartialDate(claim.said.edtf),
  ]
  return (
    <blockquote className={side.quote}>
      {claim.statement}
      <br />
      <small className="soft">{facts.filter(Boolean).join(' · ')}</small>
    </blockquote>
  )
}
