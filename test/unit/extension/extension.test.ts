import { describe, expect, test } from 'vitest'
import { BROWSERS, manifestFor } from '../../../web/extension/manifest.ts'
import type { FoundClaim, KnownPage } from '../../../web/extension/messages.ts'
import { mergeFrames } from '../../../web/extension/panel/merge-frames.ts'
import { originOf } from '../../../web/extension/settings.ts'

describe('the manifest', () => {
  test.each(BROWSERS)('of %s asks for the fewest permissions', browser => {
    const manifest = manifestFor(browser, '1.2.3')
    const panel = browser === 'chromium' ? ['sidePanel'] : []
    expect(manifest.permissions).toEqual(['activeTab', 'scripting', 'storage', ...panel])
    // No page is read without the person: neither by a permission given at the installation nor by a script put there.
    for (const never of [
      'host_permissions',
      'content_scripts',
      'web_accessible_resources',
      'externally_connectable',
    ])
      expect(Object.keys(manifest)).not.toContain(never)
    expect(manifest.optional_host_permissions).toEqual(['http://*/*', 'https://*/*'])
    expect(manifest.version).toBe('1.2.3')
  })

  test.each(BROWSERS)('of %s lets its pages run and load nothing from elsewhere', browser => {
    const policy = manifestFor(browser, '1.2.3').content_security_policy.extension_pages
    expect(policy).toMatch(/default-src 'none'; script-src 'self';/)
    expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe/)
  })

  test('has for each browser the panel that it knows', () => {
    const [chromium, firefox] = BROWSERS.map(browser => Object.keys(manifestFor(browser, '1.2.3')))
    expect(chromium).toContain('side_panel')
    expect(chromium).not.toContain('sidebar_action')
    expect(firefox).toContain('sidebar_action')
    expect(firefox).not.toContain('side_panel')
  })
})

test.each([
  ['https://claims.example.org', 'https://claims.example.org'],
  [' https://claims.example.org/some/page?x#y ', 'https://claims.example.org'],
  ['claims.example.org', 'https://claims.example.org'],
  ['localhost:4000', 'http://localhost:4000'],
  ['127.0.0.1:4000/keys', 'http://127.0.0.1:4000'],
  ['localhost.example.org', 'https://localhost.example.org'],
  ['http://claims.example.org:8080', 'http://claims.example.org:8080'],
  ['', null],
  ['https://', null],
  ['ftp://claims.example.org', null],
  ['javascript:alert(1)', null],
  ['not an address', null],
])('the server typed as “%s” is at %s', (typed, origin) => {
  expect(originOf(typed)).toBe(origin)
})

const source = { id: 's', title: 'A page', kind: 'article', outlet: null, url: null } as const
const words = { snapshotId: 'n', exact: 'Yes', start: 0, end: 3 }

const MARKED: FoundClaim['marked'] = {
  first: true,
  quote: { id: 'q', ...words, prefix: '', suffix: '', page: null },
  claim: {
    id: 'c',
    version: 1,
    statement: 'Yes',
    howPut: 'asserted',
    speaker: { id: 'p', name: 'Ada', kind: 'person', role: null },
    said: null,
    topics: [],
    createdAt: '2026-01-02T03:04:05.000Z',
    quote: words,
    source: { ...source, published: null, modified: null },
    appearances: 1,
    disputed: false,
    sameAs: null,
  },
}

const at = (id: string, found: FoundClaim['found']): FoundClaim => ({
  id,
  href: `https://claims.example.org/claims/${id}`,
  marked: MARKED,
  found,
})
const page = (...claims: FoundClaim[]): KnownPage => ({ source: null, claims })

describe('a page with frames', () => {
  const missing: FoundClaim['found'] = { state: 'missing', candidates: [], bestScore: 0 }
  const exact = { state: 'exact', start: 0, end: 3 } as const
  const failure = { failure: { code: 'unreachable', message: 'No answer.' } }

  test.each([
    ['of no frame', [], page()],
    ['of one frame', [page(at('a', exact))], page(at('a', exact))],
    [
      'where a claim stands in another frame',
      [page(at('a', missing)), page(at('a', exact))],
      page(at('a', exact)),
    ],
    ['where the first frame has it', [page(at('a', exact)), page(at('a', missing))], page(at('a', exact))],
    ['where one frame could not ask', [failure, page(at('a', exact))], page(at('a', exact))],
    ['where none could ask', [failure], failure],
  ])('%s shows each claim where it stands best', (_what, frames, merged) => {
    expect(mergeFrames(frames)).toEqual(merged)
  })
})
