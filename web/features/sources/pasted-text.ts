import { paragraphsOf } from '#domain/paragraphs.ts'

/**
 * The words of what was pasted, with an empty line between paragraphs. Most programs give plain text so; where the
 * plain text has lost its paragraphs and the markup still has them, they are read from there.
 */
export function pastedText(plain: string, html: string): string {
  if (html === '' || /\n\s*\n/.test(plain.trim())) return plain
  const paragraphs = paragraphsOfHtml(html)
  return paragraphs.length > 1 ? paragraphs.join('\n\n') : plain
}

/** The blocks of words of a piece of HTML, in order. Nothing in it is run or loaded. */
export function paragraphsOfHtml(html: string): string[] {
  return paragraphsOf(new DOMParser().parseFromString(html, 'text/html').body)
}
