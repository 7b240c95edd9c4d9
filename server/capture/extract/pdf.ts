import { extractTextItems, getDocumentProxy, getMeta } from 'unpdf'
import { normaliseText } from '#domain/plain-text.ts'
import { documentDate } from './dates.ts'
import { checked, type Extracted, type Metadata, NOTHING_KNOWN, unreadable } from './extracted.ts'
import { languageTag } from './language.ts'
import { paragraphsOfPage } from './pdf-lines.ts'
import { cleanWords, namesInByline, personName } from './written-names.ts'

const MOST_PAGES = 2_000

const DAMAGED = 'It is a damaged PDF. Open it and print it into a new PDF, or paste its words.'
const LOCKED = 'It is a PDF locked by a password. Save a copy without one, or paste its words.'
const PICTURES =
  'It is a PDF of pictures: its pages hold no words. Run text recognition on it first, or paste the words.'

/** Reads a PDF: the words of its pages, and where in the text each page starts. */
export async function extractPdf(bytes: Uint8Array): Promise<Extracted> {
  const document = await open(bytes)
  try {
    if (document.numPages > MOST_PAGES)
      throw unreadable(
        `It has ${document.numPages.toLocaleString('en-GB')} pages; the limit is ${MOST_PAGES.toLocaleString('en-GB')}. Save the part that matters.`,
      )
    const { items } = await extractTextItems(document)
    const metadata = readInfo((await getMeta(document)).info)
    const { text, pages } = joinPages(items.map(paragraphsOfPage))
    if (text === '') throw unreadable(PICTURES)
    return checked(metadata, text, pages)
  } catch (error) {
    throw refusalOf(error)
  } finally {
    await document.loadingTask.destroy()
  }
}

async function open(bytes: Uint8Array) {
  try {
    return await getDocumentProxy(new Uint8Array(bytes), {
      verbosity: 0,
      stopAtErrors: false,
    })
  } catch (error) {
    throw refusalOf(error)
  }
}

function refusalOf(error: unknown): Error {
  if (error instanceof Error && error.name === 'RefusalError') return error
  return unreadable(error instanceof Error && error.name === 'PasswordException' ? LOCKED : DAMAGED)
}

/** The end of a page at which its last sentence goes on, and how the next page then begins. */
const GOES_ON = /[\p{Ll}\p{N},;–—-]$/u
const GONE_ON = /^\p{Ll}/u

/** One text of all pages. Pages without words start where the next one does. */
function joinPages(pages: readonly string[][]): { text: string; pages: number[] } {
  const starts: number[] = []
  let text = ''
  for (const paragraphs of pages) {
    const page = normaliseText(paragraphs.join('\n\n'))
    const gap = GOES_ON.test(text) && GONE_ON.test(page) ? '\n' : '\n\n'
    if (text !== '' && page !== '') text += gap
    starts.push(text.length)
    text += page
  }
  return { text, pages: starts }
}

function readInfo(info: Readonly<Record<string, unknown>>): Metadata {
  const value = (name: string) => {
    const written = info[name]
    return typeof written === 'string' ? cleanWords(written) : null
  }
  const title = value('Title')
  const author = value('Author')
  const several = namesInByline(author ?? '')
  const one = personName(author)
  const created = documentDate(info['CreationDate'])
  const changed = documentDate(info['ModDate'])
  return {
    ...NOTHING_KNOWN,
    // Programs put the name of a file there.
    title: title !== null && /\.\w{2,4}$|^(microsoft word|untitled)/i.test(title) ? null : title,
    authors: several.length > 1 || one === null ? several : [one],
    published: created,
    modified: changed === created ? null : changed,
    language: languageTag(value('Language')),
  }
}
