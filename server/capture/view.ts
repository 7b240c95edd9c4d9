import type { Capture, SourceDraft } from '#contract/capture.ts'
import type { Extracted } from './extract/extracted.ts'
import type { CaptureRow } from './store.ts'

export function viewCapture(row: CaptureRow): Capture {
  return {
    id: row.id,
    url: row.url,
    state: row.state,
    received: row.received,
    expected: row.expected,
    attempts: row.attempts,
    problem: row.problem,
    createdAt: row.createdAt.toISOString(),
    draft: row.draft,
  }
}

/** `url` is where the document was found, if that is known; the address that it gives itself comes before it. */
export function viewDraft(extracted: Extracted, url: string | null): SourceDraft {
  return {
    text: extracted.text,
    pages: extracted.pages,
    title: extracted.title,
    kind: extracted.kind,
    outlet: extracted.outlet?.slice(0, 200) ?? null,
    authors: extracted.authors,
    language: extracted.language,
    url: extracted.canonicalUrl ?? url,
    published: extracted.published,
    modified: extracted.modified,
  }
}
