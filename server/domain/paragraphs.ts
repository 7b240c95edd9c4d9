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

/**
 * The blocks of words under a node, in order, with white space as a browser shows it: runs of it are one space, `<br>`
 * is a line end. Walks the tree without recursion, so that its depth does not matter. Empty when there are no words.
 */
export function paragraphsOf(root: TreeNode): string[] {
  const paragraphs: string[] = []
  let words: string[] = []
  const end = () => {
    const paragraph = tidy(words.join(''))
    if (paragraph !== '') paragraphs.push(paragraph)
    words = []
  }
  let node: TreeNode | null = root
  while (node !== null) {
    const name: string = node.nodeType === ELEMENT ? node.nodeName.toUpperCase() : ''
    if (node.nodeType === TEXT) words.push((node.nodeValue ?? '').replaceAll(/\s+/g, ' '))
    if (name === 'BR') words.push('\n')
    if (BLOCKS.has(name)) end()
    const inside: TreeNode | null = HIDDEN.has(name) ? null : node.firstChild
    node = inside ?? following(node, root, end)
  }
  end()
  return paragraphs
}

/** The next node after all that is inside of `from`; blocks that end on the way end their paragraph. */
function following(from: TreeNode, root: TreeNode, end: () => void): TreeNode | null {
  let node: TreeNode | null = from
  while (node !== null && node !== root) {
    if (node.nodeType === ELEMENT && BLOCKS.has(node.nodeName.toUpperCase())) end()
    if (node.nextSibling !== null) return node.nextSibling
    node = node.parentNode
  }
  return null
}

function tidy(words: string): string {
  return words
    .replaceAll(/[^\S\n]+/g, ' ')
    .split('\n')
    .map(line => line.trim())
    .join('\n')
    .trim()
}
