export function selectedRange(): Range | null {
  const selection = document.getSelection()
  return selection && !selection.isCollapsed && selection.rangeCount > 0 ? selection.getRangeAt(0) : null
}

export function selectedWords(): string {
  return selectedRange()?.toString().trim() ?? ''
}

/** The document of the whole page: frames of its own origin belong to it. */
export function topDocument(): Document {
  try {
    return window.top?.document ?? document
  } catch {
    return document
  }
}
