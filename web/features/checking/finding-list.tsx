import classes from './checking.module.css'
import { type FindingsShown, sayFound, shownMark } from './findings.ts'

/** The sentences with findings, in the order of the draft. */
export function FindingList({ text, sentences, shown, open, onOpen }: FindingsShown) {
  return (
    <ol className={classes.findings}>
      {sentences.map((sentence, index) => {
        const mark = shownMark(sentence, shown)
        if (mark === null) return null
        return (
          <li key={sentence.start}>
            <button
              type="button"
              className={classes.finding}
              data-mark={mark}
              aria-current={open === index || undefined}
              onClick={() => onOpen(index)}
            >
              <span className={classes.excerpt}>{text.slice(sentence.start, sentence.end)}</span>
              <span className={classes.said}>{sayFound(sentence)}</span>
            </button>
          </li>
        )
      })}
    </ol>
  )
}
