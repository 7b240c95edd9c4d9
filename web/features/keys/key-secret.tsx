import type { NewApiKey } from '#contract/keys.ts'
import { ShownOnce } from '../../ui/shown-once.tsx'

/** The secret of a new key. */
export function KeySecret({ made, onClose }: { made: NewApiKey; onClose: () => void }) {
  return (
    <ShownOnce
      title={`Key for “${made.name}”`}
      label="API key"
      value={made.secret}
      copy="Copy the key"
      onClose={onClose}
    >
      Copy it now, to where it is used: it is shown only this once. Whoever has it asks in your name.
    </ShownOnce>
  )
}
