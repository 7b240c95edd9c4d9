import { type Unzipped, unzipSync, zipSync } from 'fflate'
import { parseHTML } from 'linkedom'
import mammoth from 'mammoth'
import { paragraphsOf } from '#domain/paragraphs.ts'
import { documentDate } from './dates.ts'
import { type Extracted, extractedFrom, type Metadata, NOTHING_KNOWN, unreadable } from './extracted.ts'
import { languageTag } from './language.ts'
import { cleanWords, personName } from './written-names.ts'

/** Bytes of words and settings in a document once they are unpacked, and files that it may be packed of. */
const MOST_UNPACKED = 60_000_000
const MOST_FILES = 5_000

/** The parts of the archive that words and their order are in. */
const WORDS = /^(\[Content_Types\]\.xml|(_rels|word|docProps)\/.*\.(xml|rels))$/

const DAMAGED = 'It is a damaged Word file. Open it, save it again as DOCX, or paste its words.'

/** Reads a Word document (ECMA-376): its words in order, with footnotes at the end. Pictures are never unpacked. */
export async function extractDocx(bytes: Uint8Array): Promise<Extracted> {
  const files = unpack(bytes)
  if (files['word/document.xml'] === undefined)
    throw unreadable('It is an archive, but no Word document (DOCX). Unpack it and add the document itself.')
  const xml = Object.values(files).map(file => new TextDecoder().decode(file.subarray(0, 1_024)))
  if (xml.some(start => /<!DOCTYPE/i.test(start))) throw unreadable(DAMAGED)
  const html = await toHtml(files)
  const { document } = parseHTML(`<html><body>${html}</body></html>`)
  const metadata = readProperties(new TextDecoder().decode(files['docProps/core.xml'] ?? new Uint8Array()))
  const title = metadata.title ?? cleanWords(document.querySelector('h1')?.textContent)
  return extractedFrom({ ...metadata, title }, paragraphsOf(document.body))
}

/** The parts with words in them. What a bomb claims to hold is added up before anything is unpacked. */
function unpack(bytes: Uint8Array): Unzipped {
  let size = 0
  let count = 0
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        count++
        if (count > MOST_FILES)
          throw unreadable('It is packed of too many files. Save it again as DOCX, or paste its words.')
        if (!WORDS.test(name)) return false
        size += originalSize
        if (size > MOST_UNPACKED)
          throw unreadable(
            `It unpacks to more than ${MOST_UNPACKED / 1_000_000} MB of words. Save the part that matters as a file of its own, or paste it.`,
          )
        return true
      },
    })
  } catch (error) {
    if (error instanceof Error && error.name === 'RefusalError') throw error
    throw unreadable(DAMAGED)
  }
}

async function toHtml(files: Unzipped): Promise<string> {
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(zipSync(files, { level: 0 })) },
      {
        externalFileAccess: false,
        convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
      },
    )
    return value
  } catch {
    throw unreadable(DAMAGED)
  }
}

/** The core properties (ECMA-376 part 2, Dublin Core). A document does not know when it was published. */
function readProperties(xml: string): Metadata {
  const value = (name: string) =>
    cleanWords(new RegExp(`<${name}[^>]*>([^<]{1,1000})</${name}>`).exec(xml)?.[1])
  const author = personName(value('dc:creator'))
  return {
    ...NOTHING_KNOWN,
    title: value('dc:title'),
    authors: author === null ? [] : author.split(/\s*;\s*/),
    modified: documentDate(value('dcterms:modified')),
    language: languageTag(value('dc:language')),
  }
}
