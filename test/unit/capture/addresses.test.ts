import { expect, test } from 'vitest'
import { addressIsAllowed, hostIsAllowed, readAllowList } from '../../../server/capture/fetch/addresses.ts'
import { checkedLookup } from '../../../server/capture/fetch/connect.ts'
import { readTarget } from '../../../server/capture/fetch/target.ts'

const NONE = readAllowList('')

test.each([
  '8.8.8.8',
  '93.184.215.14',
  '172.32.0.1',
  '192.167.255.255',
  '2606:4700:4700::1111',
  '::ffff:8.8.8.8',
  '64:ff9b::808:808',
])('%s is public', address => {
  expect(addressIsAllowed(NONE, address)).toBe(true)
})

test.each([
  '127.0.0.1',
  '127.255.255.254',
  '0.0.0.0',
  '0.1.2.3',
  '10.0.0.1',
  '100.64.0.1',
  '100.100.100.200',
  '168.63.129.16',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.0.0.192',
  '192.0.2.1',
  '192.168.1.1',
  '198.18.0.1',
  '198.51.100.1',
  '203.0.113.1',
  '224.0.0.1',
  '240.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::7f00:1',
  '::ffff:127.0.0.1',
  '::ffff:a00:1',
  '::ffff:169.254.169.254',
  '64:ff9b::7f00:1',
  '64:ff9b::a9fe:a9fe',
  '64:ff9b:1::1',
  '2002:7f00:1::',
  '2001:0:7f00:1::',
  '2001:db8::1',
  'fc00::1',
  'fd00:ec2::254',
  'fe80::1',
  'fe80::1%eth0',
  'ff02::1',
  'not an address',
  '',
])('%s is not public', address => {
  expect(addressIsAllowed(NONE, address)).toBe(false)
})

test.each([
  ['http://127.0.0.1/', 'decimal parts'],
  ['http://2130706433/', 'one decimal number'],
  ['http://0x7f000001/', 'one hexadecimal number'],
  ['http://017700000001/', 'one octal number'],
  ['http://0x7f.0.0.1/', 'a hexadecimal part'],
  ['http://0177.0.0.1/', 'an octal part'],
  ['http://127.1/', 'two parts'],
  ['http://127.0.0.1./', 'a dot behind'],
  ['http://１２７.0.0.1/', 'full-width digits'],
  ['http://127。0。0。1/', 'ideographic dots'],
  ['http://[::1]/', 'IPv6'],
  ['http://[::ffff:127.0.0.1]/', 'IPv4 in IPv6'],
  ['http://[0:0:0:0:0:ffff:7f00:0001]/', 'IPv4 in IPv6, in hexadecimal'],
  ['http://[fe80::1%25eth0]/', 'a zone'],
  ['http://localhost/', 'the name of loopback'],
  ['http://a.localhost./', 'a name under it'],
  ['http://printer.local/', 'a name of the local network'],
  ['http://metadata.google.internal/', 'a name inside of a cloud'],
  ['http://user:secret@example.org/', 'a user'],
  ['ftp://example.org/', 'another protocol'],
  ['file:///etc/passwd', 'a file'],
  ['javascript:alert(1)', 'a script'],
  ['gopher://example.org/', 'an old protocol'],
  ['http://example.org:22/', 'the port of another service'],
  ['https://example.org:5432/', 'the port of a database'],
  ['not an address', 'no address'],
])('%s is not asked (%s)', address => {
  expect(() => readTarget(address, null, NONE)).toThrow(
    expect.objectContaining({ name: 'FetchProblem', temporary: false }),
  )
})

test.each([
  'http://example.org/',
  'https://example.org:443/a?b#c',
  'http://example.org:8080/',
  'http://8.8.8.8/',
])('%s is asked', address => {
  expect(readTarget(address, null, NONE).href).toBe(new URL(address).href)
})

test('a redirect is read from where it stands', () => {
  const base = new URL('https://example.org/a/b')
  expect(readTarget('../c', base, NONE).href).toBe('https://example.org/c')
  expect(() => readTarget('//127.0.0.1/', base, NONE)).toThrow(/not on the public Internet/)
})

test('what an operator allows is asked, and nothing beside it', () => {
  const allow = readAllowList('intranet.example, *.news.example 10.1.0.0/16,::1')
  expect(hostIsAllowed(allow, 'INTRANET.example.')).toBe(true)
  expect(hostIsAllowed(allow, 'evil-intranet.example')).toBe(false)
  expect(hostIsAllowed(allow, 'a.b.news.example')).toBe(true)
  expect(hostIsAllowed(allow, 'news.example')).toBe(false)
  expect(readTarget('http://10.1.2.3:3000/', null, allow).port).toBe('3000')
  expect(readTarget('http://[::1]:3000/', null, allow).port).toBe('3000')
  expect(() => readTarget('http://10.2.0.1/', null, allow)).toThrow()
  expect(() => readTarget('http://8.8.8.8:3000/', null, allow)).toThrow()
  expect(() => readAllowList('10.0.0.0/40')).toThrow(/10\.0\.0\.0\/40/)
})

/** What the lookup of a connection answers when the resolver gives those addresses. */
function look(addresses: string[], allow = NONE, all = true): unknown {
  let found: unknown
  const lookup = checkedLookup(allow, (_host, answer) =>
    answer(
      null,
      addresses.map(address => ({ address, family: address.includes(':') ? 6 : 4 })),
    ),
  )
  lookup('name.example', { all }, (error, address) => {
    found = error ? error.name : address
  })
  return found
}

test.each([
  ['one public address', ['8.8.8.8'], [{ address: '8.8.8.8', family: 4 }]],
  [
    'several',
    ['8.8.8.8', '2606:4700::1'],
    [
      { address: '8.8.8.8', family: 4 },
      { address: '2606:4700::1', family: 6 },
    ],
  ],
  ['a private one', ['10.0.0.1'], 'FetchProblem'],
  ['a public and a private one', ['8.8.8.8', '127.0.0.1'], 'FetchProblem'],
  ['a public one, and loopback in IPv6', ['8.8.8.8', '::ffff:127.0.0.1'], 'FetchProblem'],
  ['none', [], 'FetchProblem'],
] as const)('a name that stands for %s', (_name, addresses, expected) => {
  expect(look([...addresses])).toEqual(expected)
})

test('the address that is connected to is the one that was checked', () => {
  expect(look(['8.8.8.8'], NONE, false)).toBe('8.8.8.8')
  expect(look(['10.1.0.5'], readAllowList('10.1.0.0/16'), false)).toBe('10.1.0.5')
  expect(look(['10.2.0.5'], readAllowList('name.example'), false)).toBe('10.2.0.5')
})
