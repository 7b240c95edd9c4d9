import { useKeys } from '../ui/keys.ts'
import type { ReaderForms } from './source-reader-forms.ts'

/** What each key does over a text. */
export function useReaderKeys(forms: ReaderForms, step: (by: 1 | -1) => void, mayWrite: boolean): void {
  const { selected, action, textHandle, begin, close, clearSelection } = forms
  useKeys('This text', [
    { keys: 'j', does: 'Next claim', run: () => step(1), steps: true },
    { keys: 'k', does: 'Claim before', run: () => step(-1), steps: true },
    ...(mayWrite
      ? [
          { keys: 's', does: 'Select in the text with keys', run: () => textHandle.current?.beginKeys() },
          { keys: 'ArrowDown', does: 'Next sentence; up: the one before' },
          { keys: 'ArrowRight', does: 'Next word; left: the one before' },
          { keys: 'shift+ArrowRight', does: 'A word more; left: a word less. Up and down: a sentence' },
          { keys: 'c', does: 'Claim of the selected words', run: () => begin('claim', selected) },
          { keys: 'q', does: 'Quote for an existing claim', run: () => begin('quote', selected) },
          { keys: 'm', does: 'Comment on the selected words', run: () => begin('comment', selected) },
        ]
      : []),
    ...(selected || action
      ? [{ keys: 'Escape', does: 'Close', run: () => (selected ? clearSelection() : close()) }]
      : []),
  ])
}
