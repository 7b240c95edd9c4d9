import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Claim } from '#contract/claims.ts'
import type { Captured } from '../../features/claiming/captured.ts'
import { PageClaimForm } from '../../features/claiming/page-claim-form.tsx'
import { captureIn } from '../site-access.ts'
import { isCaptured, keepCapture, readCapture } from './kept-capture.ts'
import { PageClaims } from './page-claims.tsx'
import classes from './panel.module.css'
import { SiteSwitch } from './site-switch.tsx'
import { usePage } from './use-page.ts'

/** What is known of the page of a tab, and what can be done with words that are selected there. */
export function OpenPagePanel({ tabId, origin }: { tabId: number; origin: string }) {
  const page = usePage(tabId)
  const [captured, setCaptured] = useState(readCapture)
  const [saved, setSaved] = useState<Claim | null>(null)
  const [failed, setFailed] = useState(false)
  const failure = 'failure' in page.known ? page.known.failure : null
  const known = 'failure' in page.known ? { source: null, claims: [] } : page.known

  function keep(next: Captured | null) {
    keepCapture(next)
    setCaptured(next)
  }

  async function begin() {
    const answer = await captureIn(tabId, page.selected?.frameId ?? 0)
    setFailed(!isCaptured(answer))
    setSaved(null)
    if (isCaptured(answer)) keep(answer)
  }

  function finish(claim: Claim) {
    keep(null)
    setSaved(claim)
    void page.wish({ kind: 'again' })
  }

  if (captured)
    return (
      <PageClaimForm
        origin={origin}
        key={`${captured.facts.url} ${captured.passage.start}-${captured.passage.end}`}
        captured={captured}
        known={known.source !== null && captured.urls.some(url => page.urls.includes(url))}
        onChange={keep}
        onSaved={finish}
        onDiscard={() => keep(null)}
      />
    )
  if (!page.read) return <Unread />
  const [url = ''] = page.urls
  return (
    <>
      {known.source ? (
        <div className={classes.head}>
          <h1>{known.source.title}</h1>
          <p className="soft">
            {known.source.outlet}{' '}
            <a href={`${origin}/sources/${known.source.id}`} target="_blank" rel="noreferrer">
              Open the source
            </a>
          </p>
        </div>
      ) : null}
      {page.selected ? (
        <section className={classes.selection} aria-label="Selected words">
          <blockquote className={classes.words}>{page.selected.words}</blockquote>
          <Button onClick={() => void begin()}>Make a claim</Button>
          {failed ? (
            <p role="alert" className="problem">
              These words cannot be taken. Select words of the page’s own text.
            </p>
          ) : null}
        </section>
      ) : null}
      <div aria-live="polite">
        {saved ? (
          <p className={classes.saved}>
            Saved.{' '}
            <a href={`${origin}/claims/${saved.id}`} target="_blank" rel="noreferrer">
              Open the claim
            </a>
          </p>
        ) : null}
      </div>
      {failure ? (
        <section className={classes.state} role="alert">
          <p>{failure.message}</p>
          <Button variant="default" onClick={() => void page.wish({ kind: 'again' })}>
            Try again
          </Button>
        </section>
      ) : (
        <PageClaims
          claims={known.claims}
          picked={page.picked}
          onShow={id => void page.wish({ kind: 'show', id })}
        />
      )}
      <footer className={classes.foot}>
        {URL.canParse(url) ? <SiteSwitch url={url} /> : null}
        <Button variant="subtle" size="xs" onClick={() => void chrome.runtime.openOptionsPage()}>
          Options
        </Button>
      </footer>
    </>
  )
}

function Unread() {
  return (
    <section className={classes.state}>
      <h1>This page is not read yet</h1>
      <p>
        Press the Counterclaim button of the browser’s toolbar while the page is open. Pages of the browser
        itself cannot be read.
      </p>
    </section>
  )
}
