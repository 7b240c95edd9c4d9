import { VisuallyHidden } from '@mantine/core'
import { MarkedText } from '../../ui/marked-text.tsx'
import classes from './checking.module.css'
import { type FindingsShown, type Mark, type SentenceFound, sayFound, shownMark } from './findings.ts'

/** The id of a sentence in the page: links to it work while the draft is as it is. */
export const sentenceId = (index: number) => `sentence-${index + 1}`

/** A word joiner: no line begins with the sign. */
const STUCK = '\u2060'

const SIGNS: Record<Mark, string> = { conflict: '≠', repeat: '=' }

/** A draft to be read: sentences with findings are links that open them. */
export function MarkedDraft({ text, sentences, shown, open, onOpen }: FindingsShown) {
  const pieces = sentences.map((sentence, index) => {
    const gap = text.slice(sentences[index - 1]?.end ?? 0, sentence.start)
    const words = text.slice(sentence.start, sentence.end)
    const mark = shownMark(sentence, shown)
    return (
      <span key={sentence.start} data-kind={sentence.unchecked ?? undefined} className={classes.piece}>
        {gap}
        {mark !== null ? (
          <a
            id={sentenceId(index)}
            href={`#${sentenceId(index)}`}
            className={classes.sentence}
            data-mark={mark}
            aria-current={open === index || undefined}
            onClick={event => {
              event.preventDefault()
              onOpen(index)
            }}
          >
            <span className={classes.words}>
              <MarkedText text={words} spans={disputedIn(sentence)} />
            </span>
            <span className={classes.sign} aria-hidden="true">
              {STUCK + SIGNS[mark]}
            </span>
            <VisuallyHidden>{` (${sayFound(sentence)})`}</VisuallyHidden>
          </a>
        ) : (
          words
        )}
      </span>
    )
  })
  return (
    <div className={classes.draft}>
      {pieces}
      {text.slice(sentences.at(-1)?.end ?? 0)}
    </div>
  )
}

/** The words in dispute with the likeliest conflict: those of all of them would mark half of the sentence. */
function disputedIn({ conflicts: [first] }: SentenceFound) {
  return first?.reasons.map(reason => reason.own) ?? []
}
