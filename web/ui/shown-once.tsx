import { Alert, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { CopyButton } from './copy-button.tsx'
import classes from './shown-once.module.css'

/** What is shown this once, to be copied: nobody, the server included, can show it again. */
export function ShownOnce({
  title,
  label,
  value,
  copy,
  onClose,
  children,
}: {
  title: string
  label: string
  value: string
  /** On the button. */
  copy: string
  onClose: () => void
  /** What to do with it. */
  children: ReactNode
}) {
  return (
    <Alert
      title={title}
      withCloseButton
      closeButtonLabel="Close"
      onClose={onClose}
      className={classes.box ?? ''}
    >
      <p>{children}</p>
      <div className={classes.copy}>
        <TextInput
          aria-label={label}
          value={value}
          readOnly
          onFocus={event => event.currentTarget.select()}
          className={classes.value ?? ''}
        />
        <CopyButton value={value} label={copy} />
      </div>
    </Alert>
  )
}
