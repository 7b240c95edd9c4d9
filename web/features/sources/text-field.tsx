import { Textarea, type TextareaProps } from '@mantine/core'
import type { ClipboardEvent } from 'react'
import { LIMITS } from '#contract/text.ts'
import { count } from '../../ui/labels.ts'
import { pastedText } from './pasted-text.ts'
import classes from './sources.module.css'

type Props = Omit<TextareaProps, 'value' | 'onChange'> & { value: string; onChange: (value: string) => void }

const limit = LIMITS.snapshot.toLocaleString('en-GB')

/** The words of a source, pasted or typed. What is pasted keeps its paragraphs. */
export function TextField({ value, onChange, ...rest }: Props) {
  return (
    <Textarea
      {...rest}
      value={value}
      onChange={event => onChange(event.currentTarget.value)}
      onPaste={pasteParagraphs}
      spellCheck={false}
      classNames={{ input: classes.text ?? '' }}
      inputWrapperOrder={['label', 'description', 'input', 'error']}
      description={measure(value)}
    />
  )
}

function measure(text: string): string {
  if (text.trim() === '')
    return `Paste the whole text. An empty line starts a paragraph. Up to ${limit} characters.`
  const words = text.match(/\S+/g)?.length ?? 0
  const paragraphs = text.split(/\n\s*\n/).filter(part => part.trim() !== '').length
  const over = text.length > LIMITS.snapshot ? ` That is too long: the limit is ${limit} characters.` : ''
  return `${count(words, 'word')} in ${count(paragraphs, 'paragraph')}.${over}`
}

function pasteParagraphs(event: ClipboardEvent<HTMLTextAreaElement>) {
  const plain = event.clipboardData.getData('text/plain')
  const better = pastedText(plain, event.clipboardData.getData('text/html'))
  if (better === plain) return
  event.preventDefault()
  const field = event.currentTarget
  field.setRangeText(better, field.selectionStart, field.selectionEnd, 'end')
  field.dispatchEvent(new Event('input', { bubbles: true }))
}
