import { Button, Modal, Select, TagsInput, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Speaker, updateSpeaker } from '#contract/speakers.ts'
import { SPEAKER_KINDS } from '#domain/vocabulary.ts'
import { ApiError } from '../../api/api-error.ts'
import { call } from '../../api/call.ts'
import { showIssues } from '../../ui/form-errors.ts'
import { choices, SPEAKER_KIND_LABELS } from '../../ui/labels.ts'
import { useDraft } from '../../ui/use-draft.ts'
import { useFocusBack } from '../../ui/use-focus-back.ts'
import { knownTerm } from '../../ui/use-url-filters.ts'
import { speaker as speakerQuery } from './queries.ts'
import classes from './speakers.module.css'

/** Corrects what is known of a speaker. On a conflict the other person's values are told, one's own stay in the form. */
export function SpeakerForm({ speaker, onClose }: { speaker: Speaker; onClose: () => void }) {
  const client = useQueryClient()
  useFocusBack()
  const draft = useDraft(`speaker-${speaker.id}`, {
    name: speaker.name,
    kind: speaker.kind,
    disambiguation: speaker.disambiguation,
    role: speaker.role ?? '',
    aliases: speaker.aliases,
    wikidataId: speaker.wikidataId ?? '',
  })
  const [version, setVersion] = useState(speaker.version)
  const [failure, setFailure] = useState<string | null>(null)
  const form = useForm({ initialValues: draft.initial, onValuesChange: draft.keep })
  const submit = useMutation({
    mutationFn: () =>
      call(updateSpeaker, {
        params: { id: speaker.id },
        body: { ...form.values, version, kind: knownTerm(SPEAKER_KINDS, form.values.kind) ?? speaker.kind },
      }),
    onSuccess: async changed => {
      draft.clear()
      client.setQueryData(speakerQuery(speaker.id).queryKey, changed)
      await client.invalidateQueries({ queryKey: ['claims'] })
      onClose()
    },
    onError: error => {
      const message = showIssues(form, error)
      const now =
        error instanceof ApiError && error.code === 'conflict'
          ? Speaker.safeParse(error.current).data
          : undefined
      if (now && now.id === speaker.id) setVersion(now.version)
      setFailure(
        now
          ? `${message ?? ''} It now reads: ${now.name}${now.role ? `, ${now.role}` : ''}. What you typed is kept: save again to put it in place.`
          : message,
      )
    },
  })
  return (
    <Modal opened onClose={onClose} title="Correct the speaker">
      <form className={classes.form} noValidate onSubmit={form.onSubmit(() => submit.mutate())}>
        <TextInput label="Name" required {...form.getInputProps('name')} />
        <Select
          label="Kind"
          data={choices(SPEAKER_KINDS, SPEAKER_KIND_LABELS)}
          allowDeselect={false}
          {...form.getInputProps('kind')}
        />
        <TextInput label="Role" placeholder="Minister of Finance" {...form.getInputProps('role')} />
        <TextInput
          label="Told apart by"
          description="Only where two have the same name."
          {...form.getInputProps('disambiguation')}
        />
        <TagsInput
          label="Also known as"
          description="Enter after each name."
          {...form.getInputProps('aliases')}
        />
        <TextInput label="Wikidata" placeholder="Q42" {...form.getInputProps('wikidataId')} />
        {failure ? (
          <p role="alert" className="problem">
            {failure}
          </p>
        ) : null}
        <Button type="submit" loading={submit.isPending}>
          Save
        </Button>
      </form>
    </Modal>
  )
}
