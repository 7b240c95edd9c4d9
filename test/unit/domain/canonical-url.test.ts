import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalUrl, textFragmentUrl } from '#domain/canonical-url.ts'

function addressWith(names: string[]): string {
  return `https://example.com/?${names.map(name => `${name}=1`).join('&')}`
}

describe('the canonical address', () => {
  test.each([
    ['HTTP://Example.COM:80/a/?utm_source=x&b=2&a=1#frag', 'http://example.com/a?a=1&b=2'],
    ['https://example.com', 'https://example.com/'],
    ['https://example.com/', 'https://example.com/'],
    ['https://example.com//', 'https://example.com/'],
    ['https://example.com/?', 'https://example.com/'],
    ['https://example.com/#', 'https://example.com/'],
    ['https://example.com:443/a', 'https://example.com/a'],
    ['http://example.com:443/a', 'http://example.com:443/a'],
    ['https://example.com:8443/a/', 'https://example.com:8443/a'],
    ['https://user:secret@example.com/a', 'https://example.com/a'],
    ['https://example.com./a//', 'https://example.com/a'],
    ['https://example.com/a//b', 'https://example.com/a//b'],
    ['https://example.com/a/../b/./c', 'https://example.com/b/c'],
    ['https://example.com/A/B', 'https://example.com/A/B'],
    ['https://www.example.com/a', 'https://www.example.com/a'],
    ['  https://example.com/a \n', 'https://example.com/a'],
    ['https://example.com/%7euser/%e2%82%ac?q=%2f', 'https://example.com/~user/%E2%82%AC?q=%2F'],
    ['https://example.com/€?q=ü', 'https://example.com/%E2%82%AC?q=%C3%BC'],
    ['https://example.com/a%2Fb', 'https://example.com/a%2Fb'],
    ['https://example.com/%%341', 'https://example.com/%%341'],
    ['https://münchen.de/ä', 'https://xn--mnchen-3ya.de/%C3%A4'],
    ['https://[::1]:443/a', 'https://[::1]/a'],
    ['https://127.0.0.1/a', 'https://127.0.0.1/a'],
    ['https://example.com/a?b&a&&', 'https://example.com/a?a&b'],
    ['https://example.com/a?flag=', 'https://example.com/a?flag='],
    ['https://example.com/a?x[]=2&x[]=1', 'https://example.com/a?x[]=2&x[]=1'],
    ['https://example.com/a?q=a+b', 'https://example.com/a?q=a+b'],
    ['https://example.com/a?q=a=b', 'https://example.com/a?q=a=b'],
    ['https://example.com/#:~:text=words', 'https://example.com/'],
    [
      'https://example.com/a?fbclid=1&gclid=2&mc_cid=3&mc_eid=4&igshid=5&ref_src=6&UTM_Medium=7',
      'https://example.com/a',
    ],
    ['https://example.com/a?utm_%73ource=x', 'https://example.com/a'],
    ['https://example.com/a?id=1&ref=home', 'https://example.com/a?id=1&ref=home'],
    ['https://example.com/a?next=utm_source', 'https://example.com/a?next=utm_source'],
  ])('%s → %s', (input, expected) => {
    expect(canonicalUrl(input)).toBe(expected)
  })

  test.each([
    '',
    'example.com',
    '/a',
    '//example.com/a',
    'https:example.com',
    'https:\\\\example.com',
    'https://',
    'https://exa mple.com',
    'ftp://example.com',
    'javascript:alert(1)',
    'data:text/html,hello',
    'file:///etc/passwd',
    'mailto:a@example.com',
    'see https://example.com',
    'https://example.com:99999/',
  ])('%j is none', input => {
    expect(canonicalUrl(input)).toBeNull()
  })

  test('it is its own canonical address, without fragment or tracking', () => {
    const urls = fc.oneof(
      fc.webUrl({ withFragments: true, withQueryParameters: true }),
      fc.string({ unit: 'binary' }).map(text => `https://example.com/${text}`),
      fc.string().map(text => `http://example.com/a?${text}`),
    )
    fc.assert(
      fc.property(urls, fc.constantFrom('utm_source=x', 'fbclid=1'), (url, tracking) => {
        const canonical = canonicalUrl(url)
        if (canonical === null) return
        expect(canonicalUrl(canonical)).toBe(canonical)
        expect(canonical).not.toContain('#')
        expect(canonicalUrl(canonical + (canonical.includes('?') ? '&' : '?') + tracking)).toBe(canonical)
        expect(canonicalUrl(`${canonical}#part`)).toBe(canonical)
      }),
    )
  })

  test('the order of differently named parameters does not matter', () => {
    const parameters = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,3}$/), { maxLength: 6 })
    fc.assert(
      fc.property(parameters, names => {
        expect(canonicalUrl(addressWith(names))).toBe(canonicalUrl(addressWith(names.toReversed())))
      }),
    )
  })

  test('100,000 characters', () => {
    const query = 'a=1&'.repeat(25_000)
    expect(canonicalUrl(`https://example.com/${'/'.repeat(100_000)}`)).toBe('https://example.com/')
    expect(canonicalUrl(`https://example.com/?${query}`)?.length).toBe(
      'https://example.com/?'.length + 99_999,
    )
  })
})

/** The parts of a text directive, decoded. */
function directiveOf(link: string): string[] {
  const [, directive = ''] = link.split(':~:text=', 2)
  return directive.split(',').map(part => {
    if (part.endsWith('-')) return `${decodeURIComponent(part.slice(0, -1))} …`
    return part.startsWith('-') ? `… ${decodeURIComponent(part.slice(1))}` : decodeURIComponent(part)
  })
}

describe('a link to the passage', () => {
  const long =
    'In due deference to the sovereignty of the Republic of Iraq, and as requested, we will be repositioning forces.'
  test.each<[string, { exact: string; prefix?: string; suffix?: string }, string[]]>([
    ['the words alone', { exact: 'no decision' }, ['no decision']],
    [
      'whole words around it',
      { exact: 'no decision', prefix: 'orters there has been ', suffix: ' whatsoever to leave Iraq. Perio' },
      ['there has been …', 'no decision', '… whatsoever to leave Iraq'],
    ],
    ['context that may be cut is left out', { exact: 'x', prefix: 'eporters ', suffix: ' whatso' }, ['x']],
    [
      'context that is surely whole',
      { exact: 'x', prefix: ' he said ', suffix: ' today ' },
      ['he said …', 'x', '… today'],
    ],
    ['blanks as on the page', { exact: '  no\t decision ', prefix: ' a \u00A0b ' }, ['a b …', 'no decision']],
    [
      'punctuation between',
      { exact: 'There’s no decision', prefix: 'Esper said: “', suffix: ',” he said. Then' },
      ['said: “ …', 'There’s no decision', '… ,” he said'],
    ],
    ['a quote inside a word', { exact: 'decis', prefix: ' the in', suffix: 'ion today ' }, ['decis']],
    [
      'context in another line',
      { exact: 'x', prefix: 'one\nlast line ', suffix: '\r\n\r\nnext line\nmore' },
      ['last line …', 'x', '… next line'],
    ],
    ['a long quote', { exact: long }, ['In due deference to the', 'we will be repositioning forces.']],
    ['a quote of several lines', { exact: 'One line.\n\nTwo lines.' }, ['One line.', 'Two lines.']],
    [
      'several long lines',
      { exact: 'The first line has many words.\r\nThe middle.\r\nThe last line has many words too.' },
      ['The first line has many', 'line has many words too.'],
    ],
    [
      'few but long words',
      { exact: `${'a'.repeat(60)} ${'b'.repeat(60)}` },
      [`${'a'.repeat(60)} ${'b'.repeat(60)}`],
    ],
    ['no spaces', { exact: '中文'.repeat(60) }, ['中文'.repeat(5), '中文'.repeat(5)]],
    ['right to left', { exact: 'لا قرار', prefix: ' قال ' }, ['قال …', 'لا قرار']],
    ['an emoji', { exact: '👩‍👩‍👧 here' }, ['👩‍👩‍👧 here']],
  ])('%s', (_name, { exact, prefix = '', suffix = '' }, expected) => {
    expect(directiveOf(textFragmentUrl('https://example.com/a', { exact, prefix, suffix }))).toEqual(expected)
  })

  test.each([
    ['https://example.com/a', 'US-led, 5 & 6', 'https://example.com/a#:~:text=US%2Dled%2C%205%20%26%206'],
    ['https://example.com/a#part', 'x', 'https://example.com/a#part:~:text=x'],
    ['https://example.com/a#part:~:text=old', 'x', 'https://example.com/a#part:~:text=x'],
    ['https://example.com/a#:~:text=old', 'x', 'https://example.com/a#:~:text=x'],
    ['https://example.com/a?b=1#', 'x', 'https://example.com/a?b=1#:~:text=x'],
    ['https://example.com/a#p', ' \n ', 'https://example.com/a#p'],
    ['https://example.com/a', 'half \uD83D', 'https://example.com/a#:~:text=half%20%EF%BF%BD'],
  ])('%s with %j', (url, exact, expected) => {
    expect(textFragmentUrl(url, { exact, prefix: '', suffix: '' })).toBe(expected)
  })

  test('any quote gives an address whose parts stand in the quote and its context', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 200 })
    fc.assert(
      fc.property(text, text, text, (exact, prefix, suffix) => {
        const link = textFragmentUrl('https://example.com/', { exact, prefix, suffix })
        expect(URL.canParse(link)).toBe(true)
        if (exact.trim() === '') return
        for (const part of directiveOf(link)) {
          const source = part.endsWith(' …') ? prefix : part.startsWith('… ') ? suffix : exact
          expect(source.replaceAll(/\s+/gu, ' ')).toContain(part.replace(/ …$|^… /u, ''))
        }
      }),
    )
  })

  test('100,000 characters', () => {
    const context = { prefix: 'word '.repeat(20_000), suffix: ' word'.repeat(20_000) }
    expect(textFragmentUrl('https://example.com/', { exact: 'word '.repeat(20_000), ...context })).toBe(
      `https://example.com/#:~:text=${['word%20word%20word%20word-', ...Array(2).fill('word%20word%20word%20word%20word'), '-word%20word%20word%20word'].join(',')}`,
    )
  })
})
