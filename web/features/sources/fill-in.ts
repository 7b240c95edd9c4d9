import type { SourceDraft } from '#contract/capture.ts'
import type { SourceValues } from './source-values.ts'

/** What a person types about a new source, and where the pages of its text start. */
export type TextValues = { text: string; pages: number[] }

/**
 * Puts what was read from a document into the fields that nobody has filled in: those that are as in `fresh`. The text
 * is put in when there is none yet, or `replace` says so. What was typed stays.
 */
export function fillIn<Values extends SourceValues & TextValues>(
  values: Values,
  fresh: SourceValues,
  draft: SourceDraft,
  replace: boolean,
): Values {
  const kept = <Name extends keyof SourceValues>(name: Name, read: SourceValues[Name] | null) =>
    read !== null && isAsFresh(values[name], fresh[name]) ? read : values[name]
  const takesText = replace || values.text.trim() === ''
  return {
    ...values,
    title: kept('title', draft.title),
    kind: kept('kind', draft.kind),
    outlet: kept('outlet', draft.outlet),
    authors: kept('authors', draft.authors),
    language: kept('language', draft.language),
    url: kept('url', draft.url),
    published: kept('published', draft.published),
    modified: kept('modified', draft.modified),
    ...(takesText && { text: draft.text, pages: draft.pages }),
  }
}

function isAsFresh(value: string | string[], fresh: string | string[]): boolean {
  return JSON.stringify(value) === JSON.stringify(fresh)
}
