import { type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import type { Dispute } from '#contract/disputes.ts'
import { claimAnchor } from '../../compare/claim-card.tsx'
import { PartialDateText } from '../../ui/partial-date.tsx'
import { letterOf } from './sides.ts'
import classes from './time-line.module.css'
import { layTimeLine, type SideDate, type TimeEntry, type TimeLine } from './time-line.ts'
import type { Placed, Tick } from './time-scale.ts'

/** Who said what when: an ordered list, with a common scale beside it where there is room and more than one day. */
export function TimeLineList({ dispute }: { dispute: Dispute }) {
  const line = useMemo(() => layTimeLine(dispute), [dispute])
  const list = useRef<HTMLOListElement>(null)
  const scaled = line.days > 0
  return (
    <div className={classes.timeLine} data-scaled={scaled || undefined}>
      {scaled ? <Axis ticks={line.ticks} /> : null}
      <div className={classes.rows}>
        <ol ref={list} className={classes.list}>
          {line.entries.map((entry, index) => (
            <Entry key={entry.claim.id} entry={entry} ticks={line.ticks} sameDay={isSameDay(line, index)} />
          ))}
        </ol>
        {scaled && line.arrows.length > 0 ? <Arrows list={list} line={line} /> : null}
      </div>
      {scaled ? <Legend line={line} /> : null}
    </div>
  )
}

/** The date is said once for claims of one day. */
function isSameDay({ entries }: TimeLine, index: number): boolean {
  const [before, entry] = [entries[index - 1], entries[index]]
  return before?.date?.edtf === entry?.date?.edtf && before?.basis === entry?.basis
}

function Axis({ ticks }: { ticks: readonly Tick[] }) {
  return (
    <div className={classes.axis} aria-hidden="true">
      <div className={classes.track}>
        {ticks.map(({ at, label }) => (
          <span key={label} className={classes.tickLabel} style={{ left: percent(at) }}>
            {label}
          </span>
        ))}
      </div>
    </div>
  )
}

function Entry({ entry, ticks, sameDay }: { entry: TimeEntry; ticks: readonly Tick[]; sameDay: boolean }) {
  const { claim, index, label, date, basis, replaces, more } = entry
  return (
    <li className={classes.entry} data-same-day={sameDay || undefined}>
      <p className={classes.when}>
        {basis === 'unknown' ? 'Date not known' : <PartialDateText value={date} />}
        {basis === 'published' ? (
          <span className={classes.basis}>published; when it was said is not known</span>
        ) : null}
      </p>
      <Track entry={entry} ticks={ticks} />
      <div className={classes.what}>
        <p className={classes.who}>
          <span className={classes.side} title={label}>
            {letterOf(index)}
          </span>
          {claim.speaker.name}
        </p>
        <p className={classes.said}>
          <a href={`#${claimAnchor(claim.id)}`}>{claim.statement}</a>
        </p>
        {replaces.map(earlier => (
          <p key={earlier.id} className={classes.note}>
            Replaces: {earlier.statement} ({earlier.speaker.name})
          </p>
        ))}
        {more.map(side => (
          <MoreDate key={side.what} side={side} />
        ))}
      </div>
    </li>
  )
}

const MORE_WORDS: Record<SideDate['what'], string> = { published: 'Published', changed: 'Source changed' }

function MoreDate({ side: { what, date, outlet } }: { side: SideDate }) {
  return (
    <p className={classes.note}>
      {MORE_WORDS[what]} <PartialDateText value={date} />
      {outlet ? `, ${outlet}` : ''}
    </p>
  )
}

function Track({
  entry: { place, vague, index, more },
  ticks,
}: {
  entry: TimeEntry
  ticks: readonly Tick[]
}) {
  return (
    <div className={classes.trackCell} aria-hidden="true">
      <div className={classes.track}>
        {ticks.map(({ at, label }) => (
          <span key={label} className={classes.gridLine} style={{ left: percent(at) }} />
        ))}
        {more.map(side =>
          side.place ? (
            <span
              key={side.what}
              className={classes.moreDot}
              data-what={side.what}
              style={{ left: percent(middleOf(side.place)) }}
            />
          ) : null,
        )}
        {place ? (
          <span
            className={classes.dot}
            data-vague={vague || undefined}
            data-open-start={place.openStart || undefined}
            data-open-end={place.openEnd || undefined}
            style={{ left: percent(place.start), right: percent(1 - place.end) }}
          >
            {letterOf(index)}
          </span>
        ) : null}
      </div>
    </div>
  )
}

/** Arrows from what was replaced to what replaces it, drawn where the rows turn out to stand. */
function Arrows({ list, line }: { list: RefObject<HTMLOListElement | null>; line: TimeLine }) {
  const [paths, setPaths] = useState<string[]>([])
  useEffect(() => {
    const element = list.current
    if (!element) return undefined
    const draw = () => setPaths(line.arrows.flatMap(arrow => arrowPath(element, line.entries, arrow) ?? []))
    // It reports the first size too, once there is one.
    const observer = new ResizeObserver(draw)
    observer.observe(element)
    return () => observer.disconnect()
  }, [list, line])
  return (
    <svg className={classes.arrows} aria-hidden="true">
      <defs>
        <marker
          id="replaced-by"
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerWidth="8"
          markerHeight="8"
          orient="auto"
        >
          <path d="M0,0.5 L7,4 L0,7.5" className={classes.arrowHead} />
        </marker>
      </defs>
      {paths.map(path => (
        <path key={path} d={path} className={classes.arrow} markerEnd="url(#replaced-by)" />
      ))}
    </svg>
  )
}

/** From under the earlier mark into the side of the later one. */
function arrowPath(
  list: HTMLElement,
  entries: readonly TimeEntry[],
  { from, to }: { from: number; to: number },
): string | null {
  const [start, end] = [pointOf(list, entries, from), pointOf(list, entries, to)]
  if (!start || !end) return null
  const down = end.y > start.y ? 1 : -1
  const startY = start.y + MARK_RADIUS * down
  if (Math.abs(end.x - start.x) < MARK_RADIUS * 2)
    return `M${start.x},${startY} L${end.x},${end.y - (MARK_RADIUS + 2) * down}`
  const way = end.x > start.x ? 1 : -1
  const endX = end.x - (MARK_RADIUS + 2) * way
  return `M${start.x},${startY} C${start.x},${end.y} ${start.x + (endX - start.x) / 3},${end.y} ${endX},${end.y}`
}

/** Half the height of a mark. */
const MARK_RADIUS = 13

function pointOf(
  list: HTMLElement,
  entries: readonly TimeEntry[],
  index: number,
): { x: number; y: number } | null {
  const place = entries[index]?.place
  const dot = list.children[index]?.querySelector(`.${classes.dot}`)
  if (!place || !dot) return null
  const [box, frame] = [dot.getBoundingClientRect(), list.getBoundingClientRect()]
  if (box.width === 0) return null
  return { x: box.left + box.width / 2 - frame.left, y: box.top + box.height / 2 - frame.top }
}

function Legend({ line }: { line: TimeLine }) {
  const what = new Set(line.entries.flatMap(entry => entry.more.map(side => side.what)))
  const keys = [
    ...(line.entries.some(({ vague }) => vague) ? ['Dashed: about that time.'] : []),
    ...(what.has('published') ? ['Small ring: published.'] : []),
    ...(what.has('changed') ? ['Small square: source changed.'] : []),
    ...(line.arrows.length > 0 ? ['Arrow: replaced by.'] : []),
  ]
  return keys.length > 0 ? (
    <p className={classes.legend} aria-hidden="true">
      {keys.join(' ')}
    </p>
  ) : null
}

function middleOf({ start, end }: Placed): number {
  return (start + end) / 2
}

function percent(part: number): string {
  return `${part * 100}%`
}
