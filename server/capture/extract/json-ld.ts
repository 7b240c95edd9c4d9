import type { SourceKind } from '#domain/vocabulary.ts'
import { documentDate } from './dates.ts'
import type { Metadata } from './extracted.ts'
import { languageTag } from './language.ts'
import { cleanWords, personName } from './written-names.ts'

type Node = Readonly<Record<string, unknown>>

/** What a page's main item may be, the likeliest first (schema.org). */
const TYPES = [
  'NewsArticle ReportageNewsArticle AnalysisNewsArticle BackgroundNewsArticle OpinionNewsArticle ReviewNewsArticle AskPublicNewsArticle',
  'Article LiveBlogPosting BlogPosting SocialMediaPosting DiscussionForumPosting Report ScholarlyArticle TechArticle SatiricalArticle AdvertiserContentArticle',
  'WebPage ItemPage CreativeWork',
].map(group => new Set(group.split(' ')))

const KINDS: Readonly<Record<string, SourceKind>> = {
  SocialMediaPosting: 'post',
  DiscussionForumPosting: 'post',
  BlogPosting: 'post',
  Report: 'report',
  ScholarlyArticle: 'report',
}

/** Nodes looked at in one page, and how deep they may lie in each other. */
const MOST_NODES = 2_000
const DEEPEST = 8

/**
 * What the structured data of a page says of its main item: JSON-LD 1.1 with the terms of schema.org. `scripts` are the
 * texts of its blocks; those that are no JSON are passed over. What it does not say is null.
 */
export function readJsonLd(scripts: readonly string[]): Metadata {
  const nodes = scripts.flatMap(script => nodesOf(parse(script))).slice(0, MOST_NODES)
  const byId = new Map(
    nodes.flatMap(node =>
      // An id alone is a reference.
      typeof node['@id'] === 'string' && Object.keys(node).length > 1 ? [[node['@id'], node]] : [],
    ),
  )
  const item = TYPES.map(types => nodes.find(node => typesOf(node).some(type => types.has(type)))).find(
    node => node !== undefined,
  )
  const types = item ? typesOf(item) : []
  const published = item?.['datePublished'] ?? item?.['dateCreated']
  const modified = item?.['dateModified']
  return {
    title: wordsOf(item?.['headline'] ?? item?.['name']),
    authors: listOf(item?.['author'] ?? item?.['creator']).flatMap(author => {
      const name = personName(nameOf(author, byId))
      return name === null ? [] : [name]
    }),
    outlet:
      listOf(item?.['publisher'] ?? item?.['sourceOrganization']).map(one => nameOf(one, byId))[0] ?? null,
    published: documentDate(listOf(published)[0]),
    modified: modified === published ? null : documentDate(listOf(modified)[0]),
    language: languageTag(nameOf(listOf(item?.['inLanguage'])[0], byId)),
    canonicalUrl: addressOf(item?.['mainEntityOfPage']) ?? addressOf(item?.['url']),
    kind: types.map(type => KINDS[type]).find(kind => kind !== undefined) ?? null,
  }
}

function parse(script: string): unknown {
  // Some pages wrap it in comments or CDATA, or break strings over lines.
  const bare = script
    .trim()
    .replace(/^(?:\/\/\s*)?<!(?:--|\[CDATA\[)/, '')
    .replace(/(?:\/\/\s*)?(?:-->|\]\]>)$/, '')
  for (const text of [bare, bare.replaceAll(/\s+/g, ' ').replace(/;\s*$/, '')]) {
    try {
      return JSON.parse(text)
    } catch {}
  }
  return null
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The nodes of a document, those of graphs and lists included, and those that lie in others behind them. */
function nodesOf(document: unknown): Node[] {
  const found: Node[] = []
  let level: unknown[] = [document]
  for (let depth = 0; depth < DEEPEST && level.length > 0 && found.length < MOST_NODES; depth++) {
    const nodes = level.flatMap(one => (Array.isArray(one) ? one.slice(0, MOST_NODES) : [one])).filter(isNode)
    found.push(...nodes)
    level = nodes.flatMap(node => Object.values(node)).slice(0, MOST_NODES)
  }
  return found
}

function typesOf(node: Node): string[] {
  return listOf(node['@type']).flatMap(type =>
    typeof type === 'string' ? [type.replace(/^(?:https?:\/\/schema\.org\/|schema:)/, '')] : [],
  )
}

function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return []
  if (Array.isArray(value)) return value.slice(0, 100)
  // JSON-LD writes ordered lists as an object.
  return isNode(value) && '@list' in value ? listOf(value['@list']) : [value]
}

/** The name of a person, organisation or language, written as text, as a node, or as the id of a node. */
function nameOf(value: unknown, byId: ReadonlyMap<string, Node>): string | null {
  if (typeof value === 'string') return byId.has(value) ? nameOf(byId.get(value), new Map()) : wordsOf(value)
  if (!isNode(value)) return null
  const id = value['@id']
  return (
    wordsOf(listOf(value['name'])[0]) ??
    wordsOf(value['alternateName']) ??
    wordsOf(value['@value']) ??
    (typeof id === 'string' ? nameOf(byId.get(id), new Map()) : null)
  )
}

function wordsOf(value: unknown): string | null {
  const text = isNode(value) ? value['@value'] : listOf(value)[0]
  return typeof text === 'string' ? cleanWords(text) : null
}

function addressOf(value: unknown): string | null {
  const address = isNode(value) ? (value['@id'] ?? value['url']) : value
  return typeof address === 'string' && address.trim() !== '' ? address.trim() : null
}
