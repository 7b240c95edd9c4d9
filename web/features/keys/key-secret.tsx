import { Alert, TextInput } from '@mantine/core'
import type { NewApiKey } from '#contract/keys.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import classes from './keys.module.css'

/** The secret of a new key: nobody, the server included, can show it again. */
export function KeySecret({ made, onClose }: { made: NewApiKey; onClose: () => void }) {
  return (
    <Alert
      title={`Key for “${made.name}”`}
      withCloseButton
      closeButtonLabel="Close"
      onClose={onClose}
      className={classes.secret ?? ''}
    >
      <p>Copy it now, to where it is used: it is shown only this once. Whoever has it asks in your name.</p>
      <div className={classes.copy}>
        <TextInput
          aria-label="API key"
          value={made.secret}
          readOnly
          onFocus={event => event.currentTarget.select()}
          className={classes.value ?? ''}
        />
        <CopyButton value={made.secret} label="Copy the key" />
      </div>
    </Alert>
  )
}
