import type { Snapshot, SnapshotBrief, Source, SourceBrief, SourceItem } from '#contract/sources.ts'
import type { Person } from '#contract/text.ts'
import { readDate } from '../db/partial-dates.ts'
import type { SourceItemRow } from './list-store.ts'
import type { SnapshotBriefRow, SnapshotRow, SourceBriefRow, SourceRow } from './store.ts'

export function viewSourceBrief(row: SourceBriefRow): SourceBrief {
  return {
    id: row.id,
    title: row.title,
    kind: row.kind,
    outlet: row.outlet,
    url: row.url,
    published: readDate(row.publishedEdtf, row.publishedFrom, row.publishedTo),
    modified: readDate(row.modifiedEdtf, row.modifiedFrom, row.modifiedTo),
  }
}

export function viewSource(row: SourceRow, snapshots: readonly SnapshotBriefRow[]): Source {
  return {
    ...viewSourceBrief(row),
    version: row.version,
    authors: row.authors,
    language: row.language,
    canonicalUrl: row.canonicalUrl,
    accessed: readDate(row.accessedEdtf, row.accessedFrom, row.accessedTo),
    note: row.note,
    createdAt: row.createdAt.toISOString(),
    createdBy: row.createdBy,
    snapshots: snapshots.map(viewSnapshotBrief),
  }
}

export function viewSourceItem(row: SourceItemRow): SourceItem {
  return {
    ...viewSourceBrief(row),
    authors: row.authors,
    language: row.language,
    createdAt: row.createdAt.toISOString(),
    claims: row.claims,
    disputed: row.disputed,
  }
}

function viewSnapshotBrief(row: SnapshotBriefRow): SnapshotBrief {
  return {
    id: row.id,
    sha256: row.sha256,
    length: row.length,
    capturedAt: row.capturedAt.toISOString(),
    capturedBy: viewPerson(row.capturedById, row.capturedByName),
  }
}

function viewPerson(id: string | null, name: string | null): Person | null {
  return id === null || name === null ? null : { id, name }
}

export function viewSnapshot(row: SnapshotRow): Snapshot {
  return {
    id: row.id,
    sourceId: row.sourceId,
    sha256: row.sha256,
    text: row.text,
    length: row.text.length,
    pages: row.pageStarts,
    capturedAt: row.capturedAt.toISOString(),
    capturedBy: row.capturedBy,
  }
}
