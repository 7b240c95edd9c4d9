import { Kbd, UnstyledButton } from '@mantine/core'
import type { RelationKind } from '#domain/vocabulary.ts'
import { RELATION_KIND_MEANINGS } from '../../ui/labels.ts'
import classes from './decision-bar.module.css'
import type { Asked } from './kinds.ts'

/** The question, and the decisions by what they answer to it. */
export function DecisionBar({
  asked: { question, answers },
  chosen,
  hint,
  onDecide,
}: {
  asked: Asked
  /** What one of the decisions would do. */
  hint: string | null
  /** One's own decision on this pair, when there is one. */
  chosen: RelationKind | null
  onDecide: (kind: RelationKind) => void
}) {
  return (
    <div className={classes.bar}>
      <h2 className={classes.question}>{question}</h2>
      <div className={classes.answers}>
        {answers.map(({ answer, kinds }) => (
          <fieldset key={answer} className={classes.answer}>
            <legend>{answer}</legend>
            <div className={classes.kinds}>
              {kinds.map(({ kind, key, label }) => (
                <UnstyledButton
                  key={kind}
                  className={classes.kind ?? ''}
                  title={RELATION_KIND_MEANINGS[kind]}
                  aria-pressed={chosen === kind}
                  aria-keyshortcuts={key}
                  onClick={() => onDecide(kind)}
                >
                  <Kbd size="xs" aria-hidden="true">
                    {key.toUpperCase()}
                  </Kbd>
                  {label}
                </UnstyledButton>
              ))}
            </div>
          </fieldset>
        ))}
      </div>
      {hint === null ? null : <p className={classes.hint}>{hint}</p>}
    </div>
  )
}
