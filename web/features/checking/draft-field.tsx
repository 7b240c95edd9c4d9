import { Button, FileButton, Textarea } from '@mantine/core'
import { IconFileText } from '@tabler/icons-react'
import { type ClipboardEvent, type DragEvent, useState } from 'react'
import { LIMITS } from '#contract/text.ts'
import { count } from '../../ui/labels.ts'
import classes from './checking.module.css'
import { cleanDraft, readDraftFile } from './draft-text.ts'

const limit = LIMITS.draft.toLocaleString('en-GB')

/** Where a draft is pasted, dropped or written. `onWhole` is told of a text that came in one piece. */
export function DraftField({
  value,
  onChange,
  onWhole,
}: {
  value: string
  onChange: (text: string) => void
  onWhole: (text: string) => void
}) {
  const [over, setOver] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)

  async function take(file: File | null | undefined) {
    if (!file) return
    const text = await readDraftFile(file)
    if (text === null) setRefused(`${file.name} is not a text. Choose a .txt or .md file.`)
    else if (text.trim() === '') setRefused(`${file.name} holds no words.`)
    else onWhole(text)
  }

  function drop(event: DragEvent) {
    setOver(false)
    const [file] = event.dataTransfer.files
    if (!file) return
    event.preventDefault()
    void take(file)
  }

  function paste(event: ClipboardEvent) {
    if (value.trim() !== '') return
    const text = cleanDraft(event.clipboardData.getData('text/plain'))
    if (text.trim() === '') return
    event.preventDefault()
    onWhole(text)
  }

  return (
    <div
      className={classes.field}
      data-over={over || undefined}
      onDragOver={event => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Textarea
        label="Draft"
        description={measure(value)}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        placeholder="Paste the article here, or drop a .txt or .md file."
        autosize
        minRows={12}
        maxRows={40}
        spellCheck={false}
        error={
          refused ?? (value.length > LIMITS.draft ? `Too long. The limit is ${limit} characters.` : null)
        }
        classNames={{ input: classes.input ?? '' }}
        value={value}
        onChange={event => {
          setRefused(null)
          onChange(cleanDraft(event.currentTarget.value))
        }}
        onPaste={paste}
      />
      {value === '' ? (
        <FileButton accept=".txt,.text,.md,.markdown,text/plain" onChange={file => void take(file)}>
          {props => (
            <Button variant="default" leftSection={<IconFileText size={16} aria-hidden />} {...props}>
              Choose a file
            </Button>
          )}
        </FileButton>
      ) : null}
    </div>
  )
}

function measure(text: string): string {
  if (text.trim() === '') return `Up to ${limit} characters. It is compared, and not stored.`
  return `${count(text.match(/\S+/g)?.length ?? 0, 'word')}. It is compared, and not stored.`
}
