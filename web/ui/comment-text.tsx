import { Combobox, Textarea, type TextareaProps, useCombobox } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { Person } from '#contract/text.ts'
import { peopleNamed } from '../api/people-queries.ts'
import { insertMention, mentionAt } from './mentions.ts'

type Props = Omit<TextareaProps, 'value' | 'onChange'> & {
  value: string
  onChange: (text: string) => void
  /** Somebody was chosen behind an @. */
  onMention: (person: Person) => void
}

/** The words of a comment. Behind an @ the people who may be mentioned are offered, to be chosen by arrows and Enter. */
export function CommentText({ value, onChange, onMention, ...rest }: Props) {
  const [place, setPlace] = useState<{ from: number; typed: string } | null>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  const list = useCombobox({ onDropdownClose: () => list.resetSelectedOption() })
  const { data } = useQuery({ ...peopleNamed(place?.typed ?? ''), enabled: place !== null })
  const people = place === null ? [] : (data?.items ?? [])

  function look(text: string, caret: number) {
    const next = mentionAt(text, caret)
    setPlace(next)
    if (next) list.openDropdown()
    else list.closeDropdown()
  }

  function choose(id: string) {
    const person = people.find(one => one.id === id)
    if (!person || !place) return
    const next = insertMention(value, place, person.name)
    onChange(next.text)
    onMention(person)
    setPlace(null)
    list.closeDropdown()
    requestAnimationFrame(() => field.current?.setSelectionRange(next.caret, next.caret))
  }

  return (
    <Combobox store={list} onOptionSubmit={choose} position="bottom-start" width={280} offset={2}>
      <Combobox.EventsTarget
        withAriaAttributes={people.length > 0}
        withKeyboardNavigation={people.length > 0}
      >
        <Combobox.Target>
          <Textarea
            {...rest}
            ref={field}
            autosize
            minRows={2}
            maxRows={12}
            value={value}
            onChange={({ currentTarget: { value, selectionStart } }) => {
              onChange(value)
              look(value, selectionStart)
            }}
            onBlur={event => {
              rest.onBlur?.(event)
              list.closeDropdown()
            }}
          />
        </Combobox.Target>
      </Combobox.EventsTarget>
      <Combobox.Dropdown hidden={people.length === 0}>
        <Combobox.Options aria-label="People to mention">
          {people.map(({ id, name }) => (
            <Combobox.Option key={id} value={id}>
              {name}
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
