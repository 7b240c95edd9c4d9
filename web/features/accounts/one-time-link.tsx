import { ShownOnce } from '../../ui/shown-once.tsx'
import { sayInstant } from '../../ui/time-ago.tsx'

/** A link by which one person joins or sets a new password. */
export function OneTimeLink({
  link,
  onClose,
}: {
  link: { url: string; email: string | null; expiresAt: string }
  onClose: () => void
}) {
  return (
    <ShownOnce
      title={`One-time link for ${link.email ?? 'one person'}`}
      label="One-time link"
      value={link.url}
      copy="Copy the link"
      onClose={onClose}
    >
      {`Send it to them yourself. It is shown only now, works once, and ends on ${sayInstant(link.expiresAt)}.`}
    </ShownOnce>
  )
}
