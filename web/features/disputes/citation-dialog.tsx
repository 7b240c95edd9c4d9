import { Modal, SegmentedControl, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { Dispute } from '#contract/disputes.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import { useFocusBack } from '../../ui/use-focus-back.ts'
import { knownTerm } from '../../ui/use-url-filters.ts'
import { CITATION_FORMATS, type CitationFormat, citeDispute } from './citation.ts'
import { permalinkOf } from './permalink.ts'

const FORMAT_LABELS: Record<CitationFormat, string> = {
  plain: 'Plain text',
  markdown: 'Markdown',
  html: 'HTML',
}

/** The citation to be seen before it is copied; it can be taken by hand where the browser does not let pages copy. */
export function CitationDialog({
  dispute,
  opened,
  onClose,
}: {
  dispute: Dispute
  opened: boolean
  onClose: () => void
}) {
  const [format, setFormat] = useState<CitationFormat>('plain')
  useFocusBack(opened)
  const [accessed] = useState(() => new Date().toISOString().slice(0, 10))
  const citation = citeDispute(dispute, { url: permalinkOf(dispute), accessed, format })
  return (
    <Modal opened={opened} onClose={onClose} title="Cite this disputed point" size="lg">
      <SegmentedControl
        aria-label="Form of the citation"
        data={CITATION_FORMATS.map(value => ({ value, label: FORMAT_LABELS[value] }))}
        value={format}
        onChange={value => setFormat(knownTerm(CITATION_FORMATS, value) ?? 'plain')}
      />
      <Textarea
        aria-label="Citation"
        my="sm"
        readOnly
        autosize
        minRows={8}
        maxRows={16}
        value={citation}
        onFocus={event => event.currentTarget.select()}
      />
      <CopyButton value={citation} label="Copy the citation" />
    </Modal>
  )
}
