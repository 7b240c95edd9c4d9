import { Button } from '@mantine/core'
import { Link } from 'react-router'
import type { Source } from '#contract/sources.ts'
import { PartialDateText } from '../../ui/partial-date.tsx'
import classes from './sources.module.css'

/** The source that has the address already, and what can be done with the text that was pasted. */
export function StandingSource({
  source,
  capturing,
  onCapture,
}: {
  source: Source
  capturing: boolean
  onCapture: () => void
}) {
  return (
    <section role="alert" className={classes.standing}>
      <h3>This address is stored already</h3>
      <p>
        <Link to={`/sources/${source.id}`} className={classes.standingTitle}>
          {source.title}
        </Link>
        <span className="soft">
          {source.outlet ? ` · ${source.outlet}` : ''} · <PartialDateText value={source.published} />
        </span>
      </p>
      <div className={classes.buttons}>
        <Button onClick={onCapture} loading={capturing}>
          Add this text as a new version
        </Button>
        <Button component={Link} to={`/sources/${source.id}`} variant="default">
          Open the source
        </Button>
      </div>
      <p className="soft">Or change the address. What you typed is kept.</p>
    </section>
  )
}
