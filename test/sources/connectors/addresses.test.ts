import { expect, test } from 'vitest'
import { AddressError, guardedLookup, isNetwork } from '#sources/connectors/addresses.ts'

test.each([
  '0.0.0.0',
  '10.0.0.1',
  '100.64.0.1',
  '127.0.0.1',
  '169.254.169.254',
  '172.31.255.255',
  '192.168.1.1',
  '224.0.0.1',
  '255.255.255.255',
  '::1',
  '::',
  '::ffff:127.0.0.1',
  '::ffff:a9fe:a9fe',
  '64:ff9b::7f00:1',
  '64:ff9b:1::7f00:1',
  '::ffff:0:7f00:1',
  '2002:7f00:1::',
  'fec0::1',
  'fd12::1',
  'fe80::1',
])('%s is inward', (address) => {
  expect(() => guardedLookup(address, undefined)).toThrow(AddressError)
  expect(() => guardedLookup(address, [address])).not.toThrow()
})

test.each(['1.1.1.1', '172.32.0.1', '203.162.0.181', '2001:df0:66::1'])(
  '%s is public',
  (address) => {
    expect(() => guardedLookup(address, undefined)).not.toThrow()
    expect(() => guardedLookup(address, ['10.0.0.0/8'])).toThrow('none of 10.0.0.0/8')
  },
)

test('one inward address among several is enough to refuse a name', async () => {
  const both = [
    { address: '203.162.0.181', family: 4 },
    { address: '127.0.0.1', family: 4 },
  ]
  const lookup = guardedLookup('so.example', undefined, (_, __, done) => done(null, both))
  const said = await new Promise((resolve) =>
    lookup('so.example', { all: true }, (error, found) => resolve([error, found])),
  )
  expect(said).toEqual([expect.any(AddressError), []])
})

test.each([
  ['10.1.2.3', true],
  ['10.1.0.0/16', true],
  ['fd00::/8', true],
  ['10.1.0.0/33', false],
  ['10.1.0.0/x', false],
  ['so.example', false],
  ['', false],
])('%j as a network: %s', (text, is) => {
  expect(isNetwork(text)).toBe(is)
})
