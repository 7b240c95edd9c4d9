import { useEffect, useLayoutEffect } from 'react'
import type { Span } from '#domain/quote.ts'
import { drawMarks, drawSpans, eraseMarks, type Mark } from './marks.ts'
import type { TextDocument } from './text-document.ts'

/** Draws the marks over a text, and takes them away with it. */
export function useDrawnMarks(
  document: TextDocument,
  { marks, lit, pending }: { marks: readonly Mark[]; lit: readonly Span[]; pending: Span | null },
  drawn: boolean,
): void {
  useLayoutEffect(() => {
    const map = document.map()
    if (drawn && map) drawMarks(map, marks)
  }, [document, marks, drawn])
  useLayoutEffect(() => {
    const map = document.map()
    if (drawn && map) drawSpans('lit', map, lit)
  }, [document, lit, drawn])
  useLayoutEffect(() => {
    const map = document.map()
    if (drawn && map) drawSpans('pending', map, pending ? [pending] : [])
  }, [document, pending, drawn])
  useEffect(() => {
    return drawn ? eraseMarks : () => {}
  }, [drawn])
}
