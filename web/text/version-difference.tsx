import { useMemo } from 'react'
import { ChangedWords } from '../ui/changed-words.tsx'
import { count } from '../ui/labels.ts'
import { changesBetween } from './version-changes.ts'
import classes from './version-difference.module.css'

/** Paragraphs beside a change that are shown so that it can be read in its place. */
const AROUND = 1

/** A newer version of a text with what it changed in the older one; longer runs of unchanged paragraphs are folded. */
export function VersionDifference({
  older,
  newer,
  language,
}: {
  older: string
  newer: string
  /** BCP 47. */
  language: string
}) {
  const changes = useMemo(() => changesBetween(older, newer), [older, newer])
  const changed = changes.filter(({ kind }) => kind === 'changed').length
  let at = 0
  return (
    <section className={classes.difference} aria-label="What changed">
      <p className={classes.summary}>
        {changed === 0 ? 'Only the space between words changed.' : `${count(changed, 'paragraph')} changed.`}{' '}
        <del>Struck out</del> stood in the version before, <ins>underlined</ins> is new.
      </p>
      <div lang={language} translate="no" className={classes.text}>
        {changes.map((change, index) => {
          const key = at++
          if (change.kind === 'changed')
            return (
              <p key={key} dir="auto" className={classes.changed}>
                <ChangedWords parts={change.parts} />
              </p>
            )
          return (
            <Unchanged
              key={key}
              paragraphs={change.paragraphs}
              leading={index > 0 ? AROUND : 0}
              trailing={index < changes.length - 1 ? AROUND : 0}
            />
          )
        })}
      </div>
    </section>
  )
}

/** Folds what stands between the first `leading` and the last `trailing` paragraphs, if that is more than one. */
function Unchanged({
  paragraphs,
  leading,
  trailing,
}: {
  paragraphs: readonly string[]
  leading: number
  trailing: number
}) {
  const folded = paragraphs.slice(leading, paragraphs.length - trailing)
  if (folded.length < 2) return <Paragraphs texts={paragraphs} />
  return (
    <>
      <Paragraphs texts={paragraphs.slice(0, leading)} />
      <details className={classes.folded}>
        <summary>{`${count(folded.length, 'paragraph')} unchanged`}</summary>
        <Paragraphs texts={folded} />
      </details>
      <Paragraphs texts={paragraphs.slice(paragraphs.length - trailing)} />
    </>
  )
}

function Paragraphs({ texts }: { texts: readonly string[] }) {
  let at = 0
  return texts.map(text => (
    <p key={at++} dir="auto">
      {text}
    </p>
  ))
}
