import type { Span } from '#domain/quote.ts'

/** Between the places of a text (UTF-16 offsets) and the places of the document that shows it. */
export type TextMap = {
  /** The offset of a boundary point. One outside the text is held to its nearer end. */
  offsetOf: (node: Node, offset: number) => number
  /** What the span covers on the screen. */
  rangeOf: (span: Span) => Range
}

/**
 * Reads where the text nodes of `host` stand in a text of `length` units. Each block of the host says in `data-start`
 * where it starts; between two blocks stand line ends that no node holds.
 */
export function mapText(host: HTMLElement, length: number): TextMap {
  const nodes: Text[] = []
  const starts: number[] = []
  const places = new Map<Node, number>()
  for (const block of host.querySelectorAll<HTMLElement>('[data-start]')) {
    let at = Number(block.dataset['start'])
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!(node instanceof Text)) continue
      nodes.push(node)
      starts.push(at)
      places.set(node, at)
      at += node.length
    }
  }

  /** The first node of which `holds` is true, when it is true of all after it: their number when of none. */
  function firstNode(holds: (index: number) => boolean): number {
    let low = 0
    let high = nodes.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (holds(middle)) high = middle
      else low = middle + 1
    }
    return low
  }

  function offsetOf(node: Node, offset: number): number {
    const start = places.get(node)
    if (start !== undefined) return start + offset
    const boundary = new Range()
    boundary.setStart(node, offset)
    return starts[firstNode(index => boundary.comparePoint(nodes[index]!, 0) >= 0)] ?? length
  }

  function rangeOf({ start, end }: Span): Range {
    const range = new Range()
    const first = firstNode(index => starts[index]! + nodes[index]!.length > start)
    const last = firstNode(index => starts[index]! >= end) - 1
    const [from, to] = [nodes[first], nodes[last]]
    if (from && to && first <= last) {
      range.setStart(from, Math.max(0, start - starts[first]!))
      range.setEnd(to, Math.min(to.length, end - starts[last]!))
    } else {
      range.selectNodeContents(host)
      range.collapse(from !== undefined)
    }
    return range
  }

  return { offsetOf, rangeOf }
}

/** What is selected of the text; null when that is nothing, or stands elsewhere on the page. */
export function selectedSpan(map: TextMap, host: HTMLElement): Span | null {
  const selection = document.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  if (!range.intersectsNode(host)) return null
  const start = map.offsetOf(range.startContainer, range.startOffset)
  const end = map.offsetOf(range.endContainer, range.endOffset)
  return start < end ? { start, end } : null
}
