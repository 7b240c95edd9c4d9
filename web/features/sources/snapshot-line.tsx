import { Button, Select } from '@mantine/core'
import type { SnapshotBrief } from '#contract/sources.ts'
import { sayInstant } from '../../ui/time-ago.tsx'
import classes from './sources.module.css'

/** Which version of the text is shown, when and by whom it was captured, and by what it can be verified. */
export function SnapshotLine({
  snapshots,
  shown,
  changes,
  onChange,
}: {
  /** Newest first. */
  snapshots: readonly SnapshotBrief[]
  shown: SnapshotBrief
  /** Whether it is shown as what it changed in the version before. */
  changes: boolean
  onChange: (id: string, changes: boolean) => void
}) {
  const choices = snapshots.map(({ id, capturedAt }, index) => ({
    value: id,
    label: `${index === 0 ? 'Newest' : `Version ${snapshots.length - index}`}: ${sayInstant(capturedAt)}`,
  }))
  return (
    <div className={classes.versions}>
      {snapshots.length > 1 ? (
        <Select
          aria-label="Version of the text"
          size="xs"
          w={260}
          data={choices}
          allowDeselect={false}
          value={shown.id}
          onChange={id => onChange(id ?? shown.id, changes)}
        />
      ) : (
        <span>Captured {sayInstant(shown.capturedAt)}</span>
      )}
      {snapshots.at(-1)?.id === shown.id ? null : (
        <Button variant="default" size="compact-xs" onClick={() => onChange(shown.id, !changes)}>
          {changes ? 'Show the text' : 'Show what changed'}
        </Button>
      )}
      {shown.capturedBy ? <span>by {shown.capturedBy.name}</span> : null}
      <span>{shown.length.toLocaleString('en-GB')} characters</span>
      <span>
        SHA-256{' '}
        <code title={shown.sha256}>
          {shown.sha256.slice(0, 8)}…{shown.sha256.slice(-4)}
        </code>
      </span>
      {shown.id === snapshots[0]?.id ? null : <strong>This is not the newest version.</strong>}
    </div>
  )
}
