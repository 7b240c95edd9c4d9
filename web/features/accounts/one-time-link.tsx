import { Alert, TextInput } from '@mantine/core'
import { CopyButton } from '../../ui/copy-button.tsx'
import { sayInstant } from '../../ui/time-ago.tsx'
import classes from './accounts.module.css'

/** A link that is shown this once: nobody, the server included, can show it again. */
export function OneTimeLink({
  link,
  onClose,
}: {
  link: { url: string; email: string | null; expiresAt: string }
  onClose: () => void
}) {
  return (
    <Alert
      title={`One-time link for ${link.email ?? 'one person'}`}
      withCloseButton
      closeButtonLabel="Close"
      onClose={onClose}
      className={classes.link ?? ''}
    >
      <p>{`Send it to them yourself. It is shown only now, works once, and ends on ${sayInstant(link.expiresAt)}.`}</p>
      <div className={classes.copy}>
        <TextInput
          aria-label="One-time link"
          value={link.url}
          readOnly
          onFocus={event => event.currentTarget.select()}
          className={classes.url ?? ''}
        />
        <CopyButton value={link.url} label="Copy the link" />
      </div>
    </Alert>
  )
}
