import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import classes from '../features/checking/checking.module.css'
import { FindingDetails } from '../features/checking/finding-details.tsx'
import { FindingList } from '../features/checking/finding-list.tsx'
import { type Claims, type SentenceFound, SHOWN, sayFound, shownMark } from '../features/checking/findings.ts'
import { MarkedDraft, sentenceId } from '../features/checking/marked-draft.tsx'
import { SummaryBar } from '../features/checking/summary-bar.tsx'
import { ReaderLayout } from '../text/reader-layout.tsx'
import { SidePanel } from '../text/side-panel.tsx'
import { WIDE } from '../text/use-margin-layout.ts'
import { bringToReading, bringUnderHead } from '../text/view.ts'
import { sayKey, useKeys } from '../ui/keys.ts'
import { knownTerm, useUrlFilters } from '../ui/use-url-filters.ts'

const FILTERS = ['show'] as const

/** A draft with its findings: marked in the text, listed beside it, opened one at a time. */
export function CheckedDraft({
  text,
  sentences,
  claims,
  done,
  total,
  children,
}: {
  text: string
  sentences: readonly SentenceFound[]
  claims: Claims
  /** How many sentences have been compared, of how many. */
  done: number
  total: number
  /** In place of the marked text, while it is being written. */
  children?: ReactNode
}) {
  const { one, change } = useUrlFilters(FILTERS)
  const shown = knownTerm(SHOWN, one('show')) ?? 'all'
  const [picked, setPicked] = useState<number | null>(null)
  const listed = sentences.flatMap((sentence, index) => (shownMark(sentence, shown) === null ? [] : [index]))
  const open = picked !== null && listed.includes(picked) ? picked : null
  const sentence = open === null ? undefined : sentences[open]

  function pick(index: number) {
    setPicked(index)
    const rect = document.getElementById(sentenceId(index))?.getBoundingClientRect()
    if (rect) (window.matchMedia(WIDE).matches ? bringToReading : bringUnderHead)(rect)
  }

  function step(by: 1 | -1) {
    const at = open === null ? -1 : listed.indexOf(open)
    const next = listed[at < 0 ? (by === 1 ? 0 : listed.length - 1) : at + by]
    if (next !== undefined) pick(next)
  }

  function close() {
    setPicked(null)
    if (open !== null) document.getElementById(sentenceId(open))?.focus({ preventScroll: true })
  }

  useKeys('Findings', [
    { keys: 'j', does: 'Next finding', run: () => step(1) },
    { keys: 'k', does: 'Previous finding', run: () => step(-1) },
    { keys: 'Escape', does: 'Close the finding' },
  ])

  const panel = sentence ? (
    <SidePanel key={open} title={sayFound(sentence)} onClose={close}>
      <FindingDetails words={text.slice(sentence.start, sentence.end)} sentence={sentence} claims={claims} />
      <div className={classes.steps}>
        <Button
          variant="default"
          size="compact-sm"
          disabled={open === listed[0]}
          aria-keyshortcuts="k"
          onClick={() => step(-1)}
        >
          Previous
        </Button>
        <Button
          variant="default"
          size="compact-sm"
          disabled={open === listed.at(-1)}
          aria-keyshortcuts="j"
          onClick={() => step(1)}
        >
          Next
        </Button>
        <span className="soft">
          {`${listed.indexOf(open ?? 0) + 1} of ${listed.length}`}
          <span className={classes.keys}>{` · ${sayKey('j').join('')} and ${sayKey('k').join('')}`}</span>
        </span>
      </div>
    </SidePanel>
  ) : null

  return (
    <>
      <SummaryBar
        sentences={sentences}
        done={done}
        total={total}
        shown={shown}
        onShow={next => change({ show: next === 'all' ? null : next }, { replace: true })}
      />
      <ReaderLayout
        title="Findings"
        panel={panel}
        cards={
          listed.length > 0 ? (
            <FindingList text={text} sentences={sentences} shown={shown} open={open} onOpen={pick} />
          ) : (
            <p className={classes.none}>
              {done < total ? 'What is found will be listed here.' : 'Nothing to show here.'}
            </p>
          )
        }
        text={
          children ?? (
            <MarkedDraft text={text} sentences={sentences} shown={shown} open={open} onOpen={pick} />
          )
        }
      />
    </>
  )
}
