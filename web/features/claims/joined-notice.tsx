import { Alert } from '@mantine/core'
import { IconGitMerge } from '@tabler/icons-react'
import { Link } from 'react-router'
import type { Claim } from '#contract/claims.ts'
import classes from './claims.module.css'

/** On the page of a claim that was found to be the same as another: where it went, and how it comes back. */
export function JoinedNotice({ sameAs }: Pick<Claim, 'sameAs'>) {
  if (sameAs === null) return null
  return (
    <Alert
      icon={<IconGitMerge aria-hidden />}
      title="This is the same claim as another one"
      mb="lg"
      role="note"
    >
      <p className={classes.joined}>
        <Link className="words" to={`/claims/${sameAs.id}`}>
          {sameAs.statement}
        </Link>
      </p>
      <p className={`soft ${classes.joined}`}>
        That one stands in lists and in search for both, and has the quotes of this one. Whoever takes the
        decision back, below, makes them two claims again.
      </p>
    </Alert>
  )
}
