import { Textarea } from '@mantine/core'
import { getHotkeyHandler } from '@mantine/hooks'
import { type RefObject, useEffect, useState } from 'react'
import { useDraft } from '../../ui/use-draft.ts'

export const noteDraft = (id: string) => `review-note-${id}`

/** Why one decides as one does. What is typed stays with its pair until it is decided, whatever happens meanwhile. */
export function NoteField({
  id,
  field,
  written,
  placeholder,
}: {
  id: string
  field: RefObject<HTMLTextAreaElement | null>
  /** Holds what is written, for whoever decides by key. */
  written: RefObject<string>
  placeholder: string
}) {
  const draft = useDraft(noteDraft(id), { note: '' })
  const [note, setNote] = useState(draft.initial.note)
  useEffect(() => {
    written.current = note
  }, [written, note])
  function write(text: string) {
    setNote(text)
    if (text === '') draft.clear()
    else draft.keep({ note: text })
  }
  return (
    <Textarea
      ref={field}
      label="Note"
      autosize
      minRows={1}
      maxRows={6}
      maxLength={4000}
      placeholder={placeholder}
      value={note}
      onChange={event => write(event.currentTarget.value)}
      // Back to the keys.
      onKeyDown={getHotkeyHandler([
        ['Escape', () => field.current?.blur()],
        ['mod+Enter', () => field.current?.blur()],
      ])}
    />
  )
}
