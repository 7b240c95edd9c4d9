import { Button, FileButton, Progress, TextInput } from '@mantine/core'
import { type DragEvent, type ReactNode, useState } from 'react'
import type { Capture } from '#contract/capture.ts'
import notice from './notice.module.css'
import classes from './source-intake.module.css'
import type { Intake } from './use-intake.ts'

const ENDINGS = '.html,.htm,.xhtml,.pdf,.docx,.txt,.md,.markdown'

/** The ways to a text other than pasting it: an address, a file, or a file dropped anywhere on `children`. */
export function SourceIntake({
  intake,
  address,
  children,
}: {
  intake: Intake
  /** The address that is offered to be fetched. */
  address: string
  children: ReactNode
}) {
  const [typed, setTyped] = useState('')
  const [dragging, setDragging] = useState(false)
  const url = typed.trim() === '' ? address : typed.trim()
  const busy = intake.reading !== null

  function over(event: DragEvent) {
    if (!event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    setDragging(true)
  }
  function drop(event: DragEvent) {
    if (!event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    setDragging(false)
    intake.readFiles([...event.dataTransfer.files])
  }

  return (
    <div
      className={classes.zone}
      data-dragging={dragging || undefined}
      onDragOver={over}
      onDragLeave={event => {
        if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)))
          setDragging(false)
      }}
      onDrop={drop}
    >
      <div className={classes.ways}>
        <TextInput
          className={classes.address ?? ''}
          label="Fetch from an address"
          placeholder={address === '' ? 'https://' : address}
          type="url"
          value={typed}
          disabled={busy}
          onChange={event => setTyped(event.currentTarget.value)}
          onKeyDown={event => {
            if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return
            event.preventDefault()
            if (url !== '') intake.fetchAddress(url)
          }}
        />
        <Button variant="default" disabled={busy || url === ''} onClick={() => intake.fetchAddress(url)}>
          Fetch
        </Button>
        <FileButton accept={ENDINGS} onChange={file => (file ? intake.readFiles([file]) : undefined)}>
          {props => (
            <Button {...props} variant="default" disabled={busy}>
              Choose a file…
            </Button>
          )}
        </FileButton>
      </div>
      <p className={classes.hint}>
        Or drop a file here: HTML, PDF, DOCX, TXT or Markdown. Or paste the text below.
      </p>
      {intake.reading ? <Reading reading={intake.reading} onLeave={intake.leave} /> : null}
      {intake.problem === null || busy ? null : (
        <div role="alert" className={notice.notice}>
          <span>{intake.problem}</span>
          {intake.mayRetry ? (
            <Button size="compact-sm" variant="default" onClick={intake.retry}>
              Try again
            </Button>
          ) : null}
        </div>
      )}
      {children}
      {dragging ? <div className={classes.over}>Drop the file to read it</div> : null}
    </div>
  )
}

function Reading({ reading, onLeave }: { reading: NonNullable<Intake['reading']>; onLeave: () => void }) {
  const { from, capture } = reading
  const share = capture?.expected ? Math.min(100, (100 * capture.received) / capture.expected) : 100
  return (
    <div className={classes.reading}>
      <div role="status" className={classes.step}>
        {sayStep(capture)} <span className={classes.from}>{from}</span>
      </div>
      <Progress
        value={share}
        size="sm"
        color="gray"
        animated={!capture?.expected}
        aria-label="Reading the document"
      />
      {capture === null ? null : (
        <div className={classes.leave}>
          <span className="soft">It goes on while you are away.</span>
          <Button size="compact-sm" variant="subtle" onClick={onLeave}>
            Leave it
          </Button>
        </div>
      )}
    </div>
  )
}

function sayStep(capture: Capture | null): string {
  if (capture === null) return 'Reading'
  switch (capture.state) {
    case 'waiting':
      return capture.problem === null ? 'Waiting to fetch' : `${capture.problem} Trying again soon:`
    case 'fetching':
      return capture.received > 0 ? `Fetching, ${sayBytes(capture.received)} so far:` : 'Fetching'
    default:
      return 'Reading'
  }
}

const sayBytes = (bytes: number) => `${(bytes / 1_000_000).toFixed(1)} MB`
