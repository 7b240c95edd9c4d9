import { paragraphsOf, type TreeNode } from './paragraphs.ts'
import { normaliseText } from './plain-text.ts'

/** What finds the main content of a page: Mozilla's Readability, which each side brings along. It changes the document. */
export type FindsContent = new (
  document: Document,
  options: { serializer: (node: Node) => TreeNode; disableJSONLD: boolean },
) => { parse: () => { content?: TreeNode | null | undefined } | null }

/** Elements, and how deep in each other, that the main text is looked for among; beyond them the whole page is taken. */
const MOST_ELEMENTS = 50_000
const DEEPEST = 300

/** Elements beyond which a page is no document. */
const FAR_TOO_MANY = 1_000_000

/** The main text is believed when it is so long, in UTF-16 units, or most of what the page says. */
const TELLING = 250
const MOST_OF_IT = 0.5

/** What a web page says: what it is about, and all its words with what stands around that. */
export type PageTexts = { main: string; whole: string }

/**
 * The texts of a web page as a snapshot may store them. `main` is its headline, then the paragraphs of what it is about,
 * without what stands around them; `whole` is every paragraph. The same of the same page in a browser and on the server.
 * Empty when it holds no words; null when it has more than a million elements. Changes the document: give it one that
 * nobody looks at.
 */
export function pageTexts(document: Document, Readability: FindsContent): PageTexts | null {
  const root: Element = document.body ?? document.documentElement
  const { elements, depth } = measure(root)
  if (elements > FAR_TOO_MANY) return null
  const whole = normaliseText(paragraphsOf(root).join('\n\n'))
  const heading = headingOf(document)
  const title = heading === null ? [] : paragraphsOf(heading)
  const all = paragraphsOf(containerOf(document, root))
  const content = elements > MOST_ELEMENTS || depth > DEEPEST ? [] : contentOf(document, Readability)
  const tells = lengthOf(content) >= Math.min(TELLING, lengthOf(all) * MOST_OF_IT) && content.length > 0
  const chosen = tells ? content : all
  const start = chosen.slice(0, title.length + 2)
  const main = title.every(words => start.includes(words)) ? chosen : [...title, ...chosen]
  return { main: normaliseText(main.join('\n\n')), whole }
}

/** The first headline of a page; null when it has none. */
export function headingOf(document: Document): Element | null {
  return (
    document.querySelector('article h1') ?? document.querySelector('main h1') ?? document.querySelector('h1')
  )
}

const lengthOf = (paragraphs: readonly string[]) => paragraphs.reduce((sum, one) => sum + one.length, 0)

function contentOf(document: Document, Readability: FindsContent): string[] {
  const found = new Readability(document, { serializer: node => node, disableJSONLD: true }).parse()
  return found?.content ? paragraphsOf(found.content) : []
}

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
