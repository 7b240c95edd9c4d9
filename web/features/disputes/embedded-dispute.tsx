import { type MouseEvent, useMemo } from 'react'
import type { Dispute } from '#contract/disputes.ts'
import { PageTitle } from '../../ui/page-title.tsx'
import { DisputeEyebrow } from './dispute-head.tsx'
import classes from './embedded-dispute.module.css'
import { markDispute } from './mark-dispute.ts'
import { permalinkOf } from './permalink.ts'
import { SideBySide } from './side-by-side.tsx'

/** A disputed point to be shown inside another page: the sides and the way to all the rest. */
export function EmbeddedDispute({ dispute }: { dispute: Dispute }) {
  const all = useMemo(() => markDispute(dispute), [dispute])
  return (
    // Not a control: links inside it are followed in a window of their own, whichever way they are pressed.
    <article className={classes.embedded} onClickCapture={openOutside}>
      <PageTitle serif title={dispute.question} eyebrow={<DisputeEyebrow dispute={dispute} />} />
      <SideBySide dispute={dispute} all={all} order="oldest" />
      <p className={classes.from}>
        <a href={permalinkOf(dispute)}>Who said what when, what was decided and why: on Counterclaim</a>
      </p>
    </article>
  )
}

/** In a frame a link would put another page into the place of the point. Links within it stay. */
function openOutside(event: MouseEvent<HTMLElement>) {
  const link = event.target instanceof Element ? event.target.closest('a') : null
  if (link === null || link.getAttribute('href')?.startsWith('#')) return
  event.preventDefault()
  event.stopPropagation()
  window.open(link.href, '_blank', 'noopener')
}
