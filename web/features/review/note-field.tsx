import { Textarea } from '@mantine/core'
import { type RefObject, useEffect, useState } from 'react'
import { useDraft } from '../../ui/use-draft.ts'

export const noteDraft = (id: string) => `review-note-${id}`

/** Why one decides as one does. What is typed stays with its pair until it is decided, whatever happens meanwhile. */
export function NoteField({
  id,
  field,
  onWrite,
  placeholder,
}: {
  id: string
  field: RefObject<HTMLTextAreaElement | null>
  /** Told what is written, for whoever decides by key. */
  onWrite: (note: string) => void
  placeholder: string
}) {
  const draft = useDraft(noteDraft(id), { note: '' })
  const [note, setNote] = useState(draft.initial.note)
  useEffect(() => {
    onWrite(note)
  }, [onWrite, note])
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
      onKeyDown={event => {
        if (event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey)))
          event.currentTarget.blur()
      }}
    />
  )
}
