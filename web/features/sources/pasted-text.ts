/** Elements that stand in a block of their own. */
const BLOCKS =
  'address article aside blockquote dd div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table td th tr ul'
const IS_BLOCK = new Set(BLOCKS.toUpperCase().split(' '))
const IS_HIDDEN = new Set([
  'SCRIPT',
  'STYLE',
  'TEMPLATE',
  'NOSCRIPT',
  'HEAD',
  'SVG',
  'IFRAME',
  'OBJECT',
  'BUTTON',
])

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
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  const paragraphs: string[] = []
  let words = ''
  function end() {
    const paragraph = words
      .replaceAll(/[^\S\n]+/g, ' ')
      .replaceAll(/ ?\n ?/g, '\n')
      .trim()
    if (paragraph !== '') paragraphs.push(paragraph)
    words = ''
  }
  function read(node: Node) {
    if (node instanceof Text) words += node.data.replaceAll(/\s+/g, ' ')
    if (!(node instanceof Element) || IS_HIDDEN.has(node.tagName.toUpperCase())) return
    if (node.tagName === 'BR') words += '\n'
    const isBlock = IS_BLOCK.has(node.tagName)
    if (isBlock) end()
    for (const child of node.childNodes) read(child)
    if (isBlock) end()
  }
  read(body)
  end()
  return paragraphs
}
