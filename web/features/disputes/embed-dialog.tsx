import { Modal, Textarea } from '@mantine/core'
import type { Dispute } from '#contract/disputes.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import { useFocusBack } from '../../ui/use-focus-back.ts'
import { embedLinkOf } from './permalink.ts'

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')

/** The HTML that shows a disputed point inside another page. */
export function embedCode(dispute: Pick<Dispute, 'slug' | 'question'>): string {
  const attributes = {
    src: embedLinkOf(dispute),
    title: dispute.question,
    width: '100%',
    height: '720',
    loading: 'lazy',
    style: 'border: 1px solid #8884',
  }
  const written = Object.entries(attributes).map(([name, value]) => `${name}="${escaped(value)}"`)
  return `<iframe ${written.join(' ')}></iframe>`
}

/** How to show the point inside another page. */
export function EmbedDialog({
  dispute,
  opened,
  onClose,
}: {
  dispute: Dispute
  opened: boolean
  onClose: () => void
}) {
  const code = embedCode(dispute)
  useFocusBack(opened)
  return (
    <Modal opened={opened} onClose={onClose} title="Show this point inside another page" size="lg">
      <p>
        The sides stand next to each other as here, always as they are now. Links open in a window of their
        own; nothing is stored on the reader’s machine.
      </p>
      <Textarea
        aria-label="Code to embed"
        my="sm"
        readOnly
        autosize
        minRows={3}
        value={code}
        onFocus={event => event.currentTarget.select()}
      />
      <CopyButton value={code} label="Copy the code" />
    </Modal>
  )
}
