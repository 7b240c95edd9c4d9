import type { MouseEvent } from 'react'
import { splitByMarks } from '#domain/disputed-words.ts'
import { counterpartsOf, type DisputedMarks, type Mark } from './disputed-marks.ts'
import { useIsLit, useLighting } from './lit.tsx'
import classes from './marked-words.module.css'

/** Words up to this length, in UTF-16 units, are not broken over two lines. */
const SHORT = 14

/** Where a screen reader finds the reason: `ReasonDescriptions` writes it. */
export function descriptionId(reason: string, claimId: string): string {
  return `why-${reason}-${claimId}`
}

/** Puts the focus on disputed words elsewhere on the page, and brings them into view. */
export function goToMark(id: string): void {
  const target = document.getElementById(id)
  target?.focus({ preventScroll: true })
  target?.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'smooth' })
}

/** A text with its disputed words. Tab goes from one to the next; Enter goes to the counterpart. */
export function MarkedWords({
  text,
  marks,
  all,
}: {
  text: string
  marks: readonly Mark[]
  all: DisputedMarks
}) {
  const byId = new Map(marks.map(mark => [mark.id, mark]))
  let at = 0
  return splitByMarks(text, marks).map(segment => {
    const start = at
    at += segment.text.length
    const covering = segment.ids.flatMap(id => byId.get(id) ?? [])
    const innermost = covering.at(-1)
    if (!innermost) return segment.text
    const starting = covering.findLast(mark => mark.start === start)
    const whole = { ...innermost, reasons: [...new Set(covering.flatMap(mark => mark.reasons))] }
    return (
      <DisputedWords key={start} mark={whole} id={starting?.id ?? null} all={all}>
        {segment.text}
      </DisputedWords>
    )
  })
}

function DisputedWords({
  mark,
  id,
  all,
  children,
}: {
  mark: Mark
  /** Null where the words go on from a mark that started before. */
  id: string | null
  all: DisputedMarks
  children: string
}) {
  const lit = useIsLit(mark.reasons)
  const { point, hold } = useLighting()
  const [counterpart] = counterpartsOf(mark, all)

  function follow(event: MouseEvent) {
    event.preventDefault()
    if (counterpart) goToMark(counterpart.id)
  }

  return (
    <mark
      className={`disputed ${classes.mark}`}
      data-lit={lit || undefined}
      data-short={children.length <= SHORT || undefined}
    >
      <a
        id={id ?? undefined}
        // Where words go on from a mark that started before, the focus has been there already.
        tabIndex={id === null ? -1 : undefined}
        href={`#${counterpart?.id ?? id}`}
        aria-describedby={mark.reasons.map(reason => descriptionId(reason, mark.claimId)).join(' ')}
        onMouseEnter={() => point(mark)}
        onMouseLeave={() => point(null)}
        onFocus={() => hold(mark)}
        onBlur={() => hold(null)}
        onClick={follow}
      >
        {children}
      </a>
    </mark>
  )
}
