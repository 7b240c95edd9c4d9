import { captureSelection } from './capture-selection.ts'

declare global {
  /** Set once the script runs in a page: it is put there where words of the page are to be kept, and nowhere else. */
  var counterclaimCapture: typeof captureSelection | undefined
}

globalThis.counterclaimCapture = captureSelection
