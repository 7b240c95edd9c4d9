/** The little of a document's tree that reading its words needs: a DOM's nodes have it, in a browser and on the server. */
export type TreeNode = {
  readonly nodeName: string
  readonly nodeType: number
  readonly nodeValue: string | null
  readonly firstChild: TreeNode | null
  readonly nextSibling: TreeNode | null
  readonly parentNode: TreeNode | null
}

const TEXT = 3
const ELEMENT = 1

/** Elements that stand in a block of their own. */
const BLOCKS = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION DD DETAILS DIV DL DT FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL'.split(
    ' ',
  ),
)

/** Elements whose content is not part of the words that a reader is shown. */
const HIDDEN = new Set(
  'SCRIPT STYLE TEMPLATE NOSCRIPT HEAD SVG IFRAME OBJECT BUTTON SELECT TEXTAREA CANVAS AUDIO VIDEO'.split(
    ' ',
  ),
)

/** What a tree says, step by step: a text node, the end of a line, the edge of a block; nothing in many nodes. */
export type Step = { words: TreeNode } | 'line' | 'block' | 'pause'

/** Nodes in a row that say nothing, after which there is a pause for whoever takes the steps at leisure. */
const SILENT_NODES = 1_000

/** The steps of what is said under a node, in order. Walks without recursion, so that the tree's depth does not matter. */
export function* stepsThrough(root: TreeNode): Generator<Step> {
  let node: TreeNode | null = root
  let walked = 0
  while (node !== null) {
    if (++walked % SILENT_NODES === 0) yield 'pause'
    const name: string = node.nodeType === ELEMENT ? node.nodeName.toUpperCase() : ''
    if (node.nodeType === TEXT) yield { words: node }
    if (name === 'BR') yield 'line'
    if (BLOCKS.has(name)) yield 'block'
    const inside: TreeNode | null = HIDDEN.has(name) ? null : node.firstChild
    if (inside !== null) {
      node = inside
      continue
    }
    // The next node after all that is inside of this one; blocks that end on the way are left.
    while (node !== null) {
      if (node !== root && node.nodeType === ELEMENT && BLOCKS.has(node.nodeName.toUpperCase())) yield 'block'
      if (node === root) return
      if (node.nextSibling !== null) break
      node = node.parentNode
    }
    node = node?.nextSibling ?? null
  }
}

/**
 * The blocks of words under a node, in order, with white space as a browser shows it: runs of it are one space, `<br>`
 * is a line end. Empty when there are no words.
 */
export function paragraphsOf(root: TreeNode): string[] {
  const paragraphs: string[] = []
  let words: string[] = []
  const end = () => {
    const paragraph = tidy(words.join(''))
    if (paragraph !== '') paragraphs.push(paragraph)
    words = []
  }
  for (const step of stepsThrough(root)) {
    if (step === 'block') end()
    else if (step !== 'pause')
      words.push(step === 'line' ? '\n' : (step.words.nodeValue ?? '').replaceAll(/\s+/g, ' '))
  }
  end()
  return paragraphs
}

function tidy(words: string): string {
  return words
    .replaceAll(/[^\S\n]+/g, ' ')
    .split('\n')
    .map(line => line.trim())
    .join('\n')
    .trim()
}
