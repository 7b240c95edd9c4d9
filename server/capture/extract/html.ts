import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { paragraphsOf, type TreeNode } from '#domain/paragraphs.ts'
import { decodeText } from './decode.ts'
import { type Extracted, extractedFrom, unreadable } from './extracted.ts'
import type { Hints } from './format.ts'
import { headline, readMetadata } from './html-metadata.ts'

/** Elements, and how deep in each other, that the main text is looked for among; beyond them the whole page is taken. */
const MOST_ELEMENTS = 50_000
const DEEPEST = 300

/** Elements beyond which a page is no document. */
const FAR_TOO_MANY = 1_000_000

/** The main text is believed when it is so long, in UTF-16 units, or most of what the page says. */
const TELLING = 250
const MOST_OF_IT = 0.5

/** Reads a web page: its main text, without what stands around it, and what the page says of itself. */
export function extractHtml(bytes: Uint8Array, { charset, url }: Pick<Hints, 'charset' | 'url'>): Extracted {
  const html = decodeText(bytes, charset)
  const document = parse(html)
  const metadata = readMetadata(document, url)
  return extractedFrom(metadata, mainParagraphs(document))
}

function parse(html: string): Document {
  // Without them the parser makes no body to put the words into.
  const whole = /<body[\s>]/i.test(html) || /<frameset[\s>]/i.test(html)
  const { document } = parseHTML(
    whole || /<html[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`,
  )
  return document
}

/** The paragraphs of a document's main text, its headline first. */
export function mainParagraphs(document: Document): string[] {
  const root: Element = document.body ?? document.documentElement
  const { elements, depth } = measure(root)
  if (elements > FAR_TOO_MANY)
    throw unreadable(
      `It has ${elements.toLocaleString('en-GB')} elements, more than any article. Paste the words instead.`,
    )
  const title = headline(document)
  const all = paragraphsOf(containerOf(document, root))
  const main = elements > MOST_ELEMENTS || depth > DEEPEST ? [] : readable(document)
  const chosen =
    lengthOf(main) >= Math.min(TELLING, lengthOf(all) * MOST_OF_IT) && main.length > 0 ? main : all
  return title === null || chosen.slice(0, 3).includes(title) ? chosen : [title, ...chosen]
}

const lengthOf = (paragraphs: readonly string[]) => paragraphs.reduce((sum, one) => sum + one.length, 0)

function readable(document: Document): string[] {
  const found = new Readability<TreeNode | null>(document, {
    serializer: node => (isTree(node) ? node : null),
    disableJSONLD: true,
  }).parse()
  return found?.content ? paragraphsOf(found.content) : []
}

const isTree = (node: unknown): node is TreeNode =>
  typeof node === 'object' && node !== null && 'firstChild' in node

/** Where a page without a readable main text keeps its words. */
function containerOf(document: Document, root: Element): Element {
  const marked =
    document.querySelector('article') ??
    document.querySelector('main') ??
    document.querySelector('[role="main"]')
  return marked !== null && (marked.textContent ?? '').trim().length >= TELLING ? marked : root
}

function measure(root: Element): { elements: number; depth: number } {
  let elements = 0
  let deepest = 0
  let depth = 0
  let node: Element | null = root
  while (node !== null) {
    elements++
    deepest = Math.max(deepest, depth)
    const child: Element | null = node.firstElementChild
    if (child !== null) {
      node = child
      depth++
      continue
    }
    while (node !== null && node !== root && node.nextElementSibling === null) {
      node = node.parentElement
      depth--
    }
    node = node === null || node === root ? null : node.nextElementSibling
  }
  return { elements, depth: deepest }
}
