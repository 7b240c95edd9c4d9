import { configure } from '@testing-library/dom'

/** What jsdom lacks of a browser and the component library asks for. */

class StubResizeObserver implements ResizeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

Object.defineProperty(window, 'matchMedia', {
  writable: true,
  value: (media: string) => ({
    media,
    matches: false,
    onchange: null,
    addListener() {},
    removeListener() {},
    addEventListener() {},
    removeEventListener() {},
    dispatchEvent: () => false,
  }),
})

window.ResizeObserver = StubResizeObserver
window.HTMLElement.prototype.scrollIntoView = () => {}
window.scrollTo = () => {}
window.scrollBy = () => {}

/** jsdom does not know `<search>` yet; React would warn of a tag that no browser knows. */
Object.defineProperty(HTMLUnknownElement.prototype, Symbol.toStringTag, { value: 'HTMLElement' })

/** jsdom lays nothing out: every rectangle is empty. */
Range.prototype.getBoundingClientRect = () => new DOMRect()
Range.prototype.getClientRects = () => Object.assign([], { item: () => null })

/** A text field that grows listens for fonts. */
Object.defineProperty(document, 'fonts', { value: new EventTarget() })

// Waiting ends when what is waited for is there; a loaded machine may take long over it.
configure({ asyncUtilTimeout: 20_000 })
