import { useMemo } from 'react'
import {
  counterpartsOf,
  type DisputedMarks,
  type DisputedReason,
  type Mark,
} from '../../compare/disputed-marks.ts'
import { useLit } from '../../compare/lit.tsx'
import { descriptionId, goToMark } from '../../compare/marked-words.tsx'
import { RELATION_KIND_LABELS } from '../../ui/labels.ts'
import classes from './compare.module.css'
import { pathsBetween } from './connecting-paths.ts'
import {
  DIRECTION_ARROWS,
  DIRECTION_WORDS,
  type Direction,
  directionOf,
  useMeasured,
  visibleBox,
} from './on-screen.ts'
import { letterOf, type SidedClaim } from './sides.ts'

type Props = { all: DisputedMarks; claims: ReadonlyMap<string, SidedClaim> }

/** Leaves room for the strip itself, which would otherwise cover the words it speaks of. */
const STRIP_PX = 150

type Scene = {
  /** The words pointed at stand where the strip would be. */
  low: boolean
  paths: string[]
  directions: ReadonlyMap<string, Direction | null>
}

const boxOf = (id: string) => document.getElementById(id)?.getBoundingClientRect()

function lookAt(mark: Mark, counterparts: readonly Mark[]): Scene {
  const box = boxOf(mark.id)
  const view = visibleBox()
  const alike = counterparts.filter(({ field }) => field === mark.field)
  return {
    low: box ? box.bottom > window.innerHeight - STRIP_PX : false,
    paths: pathsBetween(
      mark.id,
      alike.map(({ id }) => id),
    ),
    directions: new Map(
      counterparts.map(({ id }) => {
        const there = boxOf(id)
        return [id, there ? directionOf(there, view) : null]
      }),
    ),
  }
}

/** Says why the words pointed at are disputed, draws a line to their counterparts, and says where those out of view are. */
export function ReasonStrip({ all, claims }: Props) {
  const lit = useLit()
  const counterparts = useMemo(() => (lit ? counterpartsOf(lit.mark, all) : []), [lit, all])
  const measure = useMemo(() => lit && (() => lookAt(lit.mark, counterparts)), [lit, counterparts])
  const scene = useMeasured(measure)
  if (lit === null) return null
  return (
    <>
      <aside
        className={`${classes.strip} no-print`}
        data-top={scene?.low || undefined}
        data-held={lit.held || undefined}
        aria-label="Why these words are disputed"
      >
        <ul>
          {lit.mark.reasons.flatMap(key => {
            const reason = all.reasons.get(key)
            const counterpart = counterparts.find(mark => mark.reasons.includes(key))
            if (!reason || !counterpart) return []
            return (
              <li key={key}>
                <span className={classes.stripKind}>{RELATION_KIND_LABELS[reason.kind]}</span>
                <span className={classes.stripReason}>{reason.explanation}</span>
                <Whereabouts
                  mark={counterpart}
                  side={claims.get(counterpart.claimId)}
                  direction={scene?.directions.get(counterpart.id) ?? null}
                />
              </li>
            )
          })}
        </ul>
      </aside>
      {scene && scene.paths.length > 0 ? (
        <svg className={`${classes.connector} no-print`} aria-hidden="true">
          {scene.paths.map(path => (
            <path key={path} d={path} />
          ))}
        </svg>
      ) : null}
    </>
  )
}

function Whereabouts({
  mark,
  side,
  direction,
}: {
  mark: Mark
  side: SidedClaim | undefined
  direction: Direction | null
}) {
  if (!side) return null
  const who = `${letterOf(side.index)} · ${side.claim.speaker.name}`
  return (
    // Kept from taking the focus, which would put out the light it belongs to.
    <button
      type="button"
      tabIndex={-1}
      className={classes.stripGo}
      onMouseDown={event => event.preventDefault()}
      onClick={() => goToMark(mark.id)}
    >
      {direction ? `${DIRECTION_ARROWS[direction]} ${who}, ${DIRECTION_WORDS[direction]}` : who}
    </button>
  )
}

/** The reasons as a screen reader hears them with the words: each seen from either claim. Nothing is drawn. */
export function ReasonDescriptions({ all, claims }: Props) {
  return (
    <div hidden>
      {[...all.reasons.values()].flatMap(reason =>
        reason.sides.map(({ claimId }) => (
          <p key={`${reason.key}-${claimId}`} id={descriptionId(reason.key, claimId)}>
            {describe(reason, claimId, claims)}
          </p>
        )),
      )}
    </div>
  )
}

function describe(reason: DisputedReason, claimId: string, claims: Props['claims']): string {
  const other = reason.sides.find(side => side.claimId !== claimId)
  const side = other && claims.get(other.claimId)
  if (!other || !side) return reason.explanation
  return `Disputed with “${other.words}”, ${side.claim.speaker.name}, side ${letterOf(side.index)}: ${reason.explanation}.`
}
