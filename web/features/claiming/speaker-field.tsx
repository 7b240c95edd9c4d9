import { Combobox, Select, TextInput, useCombobox } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Speaker } from '#contract/speakers.ts'
import { SPEAKER_KINDS } from '#domain/vocabulary.ts'
import { choices, SPEAKER_KIND_LABELS } from '../../ui/labels.ts'
import { knownTerm } from '../../ui/use-url-filters.ts'
import { bears, type ClaimValues, NEW, onlyNamesake } from './claim-values.ts'
import classes from './claiming.module.css'
import type { NamedSpeaker } from './names.ts'
import { speakerMatches } from './queries.ts'

const TYPING_MS = 150

type SpeakerValues = Pick<
  ClaimValues,
  'speakerId' | 'speakerName' | 'speakerKind' | 'speakerRole' | 'speakerApart'
>

/** The stored speakers that match what is typed, and the only one of just that name. */
export function useKnownSpeakers(name: string): { found: Speaker[]; known: Speaker | undefined } {
  const [asked] = useDebouncedValue(name.trim(), TYPING_MS)
  const found = useQuery(speakerMatches(asked)).data?.items ?? []
  return { found, known: onlyNamesake(name, found) }
}

/** Who said it: a stored speaker to choose, or a new one to describe. Names found in the text are offered first. */
export function SpeakerField({
  values,
  errors,
  found,
  known,
  suggested,
  onChange,
}: {
  values: SpeakerValues
  errors: Record<string, ReactNode>
  found: readonly Speaker[]
  known: Speaker | undefined
  suggested: readonly NamedSpeaker[]
  onChange: (patch: Partial<SpeakerValues>) => void
}) {
  const list = useCombobox({ onDropdownClose: () => list.resetSelectedOption() })
  const typed = values.speakerName.trim()
  const isNew = typed !== '' && (values.speakerId === NEW || (values.speakerId === '' && known === undefined))
  const namesakes = found.filter(speaker => bears(speaker, typed))
  const role = values.speakerId === '' ? known?.role : values.speakerRole

  function choose(id: string) {
    const speaker = found.find(one => one.id === id)
    onChange(
      speaker
        ? {
            speakerId: id,
            speakerName: speaker.name,
            speakerKind: speaker.kind,
            speakerRole: speaker.role ?? '',
          }
        : { speakerId: NEW },
    )
    list.closeDropdown()
  }

  return (
    <div>
      <Combobox store={list} onOptionSubmit={choose} withinPortal={false}>
        <Combobox.Target>
          <TextInput
            label="Speaker"
            required
            autoComplete="off"
            placeholder="Who said it"
            value={values.speakerName}
            error={errors['speakerName']}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            description={isNew ? 'New: stored with the claim.' : role || (typed === '' ? null : 'Stored.')}
            onChange={event => {
              onChange({ speakerId: '', speakerName: event.currentTarget.value })
              list.openDropdown()
              list.updateSelectedOptionIndex()
            }}
            onClick={() => list.openDropdown()}
            onBlur={() => list.closeDropdown()}
          />
        </Combobox.Target>
        <Combobox.Dropdown hidden={found.length === 0 && !isNew}>
          <Combobox.Options aria-label="Speakers" mah={260} style={{ overflowY: 'auto' }}>
            {found.map(speaker => (
              <Combobox.Option key={speaker.id} value={speaker.id}>
                {speaker.name}
                <small className={classes.optionRole}>
                  {[speaker.disambiguation, speaker.role].filter(Boolean).join(' · ')}
                </small>
              </Combobox.Option>
            ))}
            {typed === '' ? null : <Combobox.Option value={NEW}>New speaker “{typed}”</Combobox.Option>}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
      {suggested.length > 1 ? (
        <p className={classes.suggested}>
          In the text:{' '}
          {suggested.map(({ name, role, kind }) => (
            <button
              key={name}
              type="button"
              className={classes.chip}
              aria-pressed={name === values.speakerName}
              onClick={() =>
                onChange({
                  speakerId: '',
                  speakerName: name,
                  speakerRole: role,
                  speakerKind: kind,
                  speakerApart: '',
                })
              }
            >
              {name}
            </button>
          ))}
        </p>
      ) : null}
      {isNew ? (
        <div className={classes.newSpeaker}>
          <Select
            label="Kind of speaker"
            data={choices(SPEAKER_KINDS, SPEAKER_KIND_LABELS)}
            allowDeselect={false}
            comboboxProps={{ withinPortal: false }}
            value={values.speakerKind}
            error={errors['speakerKind']}
            onChange={kind => onChange({ speakerKind: knownTerm(SPEAKER_KINDS, kind) ?? values.speakerKind })}
          />
          <TextInput
            label="Role"
            placeholder="Minister of Transport"
            value={values.speakerRole}
            error={errors['speakerRole']}
            onChange={event => onChange({ speakerRole: event.currentTarget.value })}
          />
          {namesakes.length > 0 ? (
            <TextInput
              label="Told apart by"
              description="Another speaker has this name."
              value={values.speakerApart}
              error={errors['speakerApart']}
              onChange={event => onChange({ speakerApart: event.currentTarget.value })}
            />
          ) : null}
        </div>
      ) : null}
    </div>
  )
}
