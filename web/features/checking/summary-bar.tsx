import { Button, Progress } from '@mantine/core'
import { count } from '../../ui/labels.ts'
import classes from './checking.module.css'
import { markOf, type SentenceFound, SHOWN, type Shown, sayUnchecked, summarize } from './findings.ts'

/** How far the check is, what was found, and which of it is shown. */
export function SummaryBar({
  sentences,
  done,
  total,
  shown,
  onShow,
}: {
  sentences: readonly SentenceFound[]
  done: number
  total: number
  shown: Shown
  onShow: (shown: Shown) => void
}) {
  const conflicting = sentences.filter(one => markOf(one) === 'conflict').length
  const repeating = sentences.filter(one => markOf(one) === 'repeat').length
  const labels: Record<Shown, string> = {
    all: `All ${conflicting + repeating}`,
    conflicts: `Conflicts ${conflicting}`,
    repeats: `Repeats ${repeating}`,
  }
  const running = done < total
  return (
    <div className={classes.summary}>
      <div className={classes.tell}>
        <p className={classes.line} role="status">
          {running ? `Comparing ${count(total, 'sentence')} with what is stored …` : summarize(sentences)}
        </p>
        <p className={classes.left}>{running ? `${done} of ${total}` : sayUnchecked(sentences)}</p>
        <Progress
          className={classes.progress ?? ''}
          data-running={running || undefined}
          value={total === 0 ? 100 : (100 * done) / total}
          size={3}
          color="var(--ink)"
          aria-label="Sentences compared"
          aria-hidden={!running}
        />
      </div>
      {conflicting + repeating > 0 ? (
        <Button.Group className="no-print" aria-label="Findings shown">
          {SHOWN.map(value => (
            <Button
              key={value}
              variant="default"
              size="xs"
              className={classes.filter ?? ''}
              aria-pressed={shown === value}
              onClick={() => onShow(value)}
            >
              {labels[value]}
            </Button>
          ))}
        </Button.Group>
      ) : null}
    </div>
  )
}
