import { Button, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { z } from 'zod'
import { Claim, createClaim } from '#contract/claims.ts'
import type { PartialDate } from '#domain/partial-date.ts'
import { hasCode } from '../../api/api-error.ts'
import { call } from '../../api/call.ts'
import { newId } from '../../api/new-id.ts'
import { useSending } from '../../api/use-sending.ts'
import { focusFirstError } from '../../ui/focus-error.ts'
import { showIssues } from '../../ui/form-errors.ts'
import { sayKey } from '../../ui/keys.ts'
import { PartialDateField } from '../../ui/partial-date.tsx'
import side from '../../ui/side-form.module.css'
import { submitOnKeys } from '../../ui/submit-on-keys.ts'
import { useDraft } from '../../ui/use-draft.ts'
import { type ClaimValues, claimBody, FIELD_OF } from './claim-values.ts'
import classes from './claiming.module.css'
import { guessHowPut } from './how-put.ts'
import { HowPutField } from './how-put-field.tsx'
import { NearbyClaims } from './nearby-claims.tsx'
import { draftName, type Passage } from './passage.ts'
import { suggestSaid } from './said-date.ts'
import { suggestSpeakers } from './speaker.ts'
import { SpeakerField, useKnownSpeakers } from './speaker-field.tsx'
import { statementOf } from './statement.ts'
import { TopicsField } from './topics-field.tsx'
import { useAddQuote } from './use-add-quote.ts'

type Props = {
  passage: Passage
  /** The whole text the passage stands in. */
  text: string
  published: PartialDate | null
  /** Topics to begin with. */
  topics: readonly string[]
  /** Outside of the program's own pages, where the server is: claims are opened there, and the passage is stored nowhere yet. */
  apart?: string
  /** Writes the claim, where there is more to do than to send it. */
  send?: (body: z.input<typeof createClaim.body>) => Promise<Claim>
  onSaved: (claim: Claim) => void
  /** Told when the form begins to hold something that would be lost, and when it no longer does. */
  onDraft: (kept: boolean) => void
}

const sendClaim = (body: z.input<typeof createClaim.body>) => call(createClaim, { body })

/** Makes a claim of a passage. It is filled in from the text; everything can be changed, and nothing typed is lost. */
export function ClaimForm({
  passage,
  text,
  published,
  topics,
  apart,
  send = sendClaim,
  onSaved,
  onDraft,
}: Props) {
  const client = useQueryClient()
  const [suggested] = useState(() => suggestAll(text, passage, published))
  const draft = useDraft(draftName(passage), valuesFrom(suggested, topics))
  const [failure, setFailure] = useState<string | null>(null)
  const form = useForm({
    initialValues: draft.initial,
    onValuesChange: values => {
      draft.keep(values)
      onDraft(true)
    },
  })
  const { values, errors } = form
  const { found, known } = useKnownSpeakers(values.speakerName)

  async function finish(claim: Claim) {
    draft.clear()
    onDraft(false)
    onSaved(claim)
    await client.invalidateQueries({ queryKey: ['claims'] })
    await client.invalidateQueries({ queryKey: ['speakers'] })
    await client.invalidateQueries({ queryKey: ['topics'] })
  }

  const quote = useAddQuote(passage, claim => {
    draft.clear()
    onDraft(false)
    onSaved(claim)
  })
  const sending = useSending()
  const submit = useMutation({
    onSettled: sending.settle,
    mutationFn: (_form: HTMLFormElement) => send(claimBody(values, passage, known)),
    onSuccess: finish,
    onError: (error, sent) => {
      const current = hasCode(error, 'conflict') ? Claim.safeParse(error.current).data : undefined
      // The first try was written and its answer was lost: this is the claim that was asked for.
      if (current?.id === values.id) return finish(current)
      setFailure(showIssues(form, error, FIELD_OF))
      focusFirstError(sent)
      return undefined
    },
  })

  function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (!sending.start()) return
    setFailure(null)
    form.clearErrors()
    submit.mutate(event.currentTarget)
  }

  return (
    <form ref={submitOnKeys} noValidate className={`${side.form} ${classes.form}`} onSubmit={save}>
      <blockquote className={side.quote}>{passage.exact}</blockquote>
      {draft.restored ? <p className={classes.restored}>What you typed here before is back.</p> : null}
      <Textarea
        label="Statement"
        description="One checkable statement, in words that stand by themselves."
        required
        autosize
        minRows={2}
        maxRows={8}
        data-autofocus
        {...form.getInputProps('statement')}
      />
      <NearbyClaims
        statement={values.statement}
        howPut={values.howPut}
        {...(apart === undefined
          ? {
              repeating: {
                label: 'Add this passage to that claim',
                run: quote.add,
                running: quote.adding,
              },
            }
          : { origin: apart })}
      />
      {quote.problem ? (
        <p role="alert" className="problem">
          {quote.problem}
        </p>
      ) : null}
      <SpeakerField
        values={values}
        errors={errors}
        found={found}
        known={known}
        suggested={suggested.speakers}
        onChange={patch => form.setValues(patch)}
      />
      <HowPutField value={values.howPut} onChange={howPut => form.setFieldValue('howPut', howPut)} />
      <PartialDateField
        label="Said"
        value={values.said}
        error={errors['said']}
        onChange={said => form.setFieldValue('said', said)}
      />
      {suggested.said && values.said === suggested.said.value ? (
        <p className={classes.why}>{suggested.said.why}</p>
      ) : null}
      <TopicsField
        value={values.topics}
        error={errors['topics']}
        onChange={value => form.setFieldValue('topics', value)}
      />
      {failure ? (
        <p role="alert" className="problem">
          {failure} What you typed is kept.
        </p>
      ) : null}
      <div className={side.save}>
        <Button type="submit" loading={submit.isPending} aria-keyshortcuts="Control+Enter">
          Save the claim
        </Button>
        <span className="soft">{sayKey('mod+Enter').join(' ')}</span>
      </div>
    </form>
  )
}

function suggestAll(text: string, { start, end, exact }: Passage, published: PartialDate | null) {
  return {
    statement: statementOf(exact),
    speakers: suggestSpeakers(text, start, end),
    howPut: guessHowPut(text, start, end),
    said: suggestSaid(text, start, end, published),
  }
}

function valuesFrom(
  { statement, speakers: [speaker], howPut, said }: ReturnType<typeof suggestAll>,
  topics: readonly string[],
): ClaimValues {
  return {
    id: newId(),
    statement,
    speakerId: '',
    speakerName: speaker?.name ?? '',
    speakerKind: speaker?.kind ?? 'person',
    speakerRole: speaker?.role ?? '',
    speakerApart: '',
    howPut,
    said: said?.value ?? '',
    topics: [...topics],
  }
}
