import { createHmac } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { base32, pseudonym } from '#pipelines/vault/pseudonym.ts'

const key = { secret: Buffer.alloc(32, 7), id: '1a2b3c4d' }
const other = { secret: Buffer.alloc(32, 8), id: '9f8e7d6c' }

describe('base32', () => {
  // RFC 4648, section 10.
  test.each([
    ['', ''],
    ['f', 'MY'],
    ['fo', 'MZXQ'],
    ['foo', 'MZXW6'],
    ['foob', 'MZXW6YQ'],
    ['fooba', 'MZXW6YTB'],
    ['foobar', 'MZXW6YTBOI'],
  ])('of %j is %j', (text, expected) => {
    expect(base32(Buffer.from(text))).toBe(expected)
  })
})

describe('pseudonym', () => {
  test('of what an identifier may have been has the letters of that one', () => {
    const file = 'case:31117@2024-11-01:A-1'
    expect(pseudonym(`was:${file}`, key)).toBe(pseudonym(file, key).replace(/^case:/, 'was:'))
  })

  test('is kind, key id and 130 bits of the HMAC', () => {
    const made = pseudonym('nid:024085000001', key)
    expect(made).toMatch(/^nid:1a2b3c4d-[A-Z2-7]{26}$/)
    const bits = createHmac('sha256', key.secret).update('nid:024085000001').digest()
    const first = [...bits.subarray(0, 5)].map((b) => b.toString(2).padStart(8, '0')).join('')
    const letters = first
      .match(/.{5}/g)
      ?.map((five) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[Number.parseInt(five, 2)])
    expect(made.slice('nid:1a2b3c4d-'.length).startsWith((letters ?? []).join(''))).toBe(true)
  })

  test('is the same for one identifier under one key and never under two keys or kinds', () => {
    expect(pseudonym('nid:024085000001', key)).toBe(pseudonym('nid:024085000001', key))
    expect(pseudonym('nid:024085000001', key).slice(13)).not.toBe(
      pseudonym('nid:024085000001', other).slice(13),
    )
    expect(pseudonym('nid:125000013', key).slice(13)).not.toBe(
      pseudonym('old:125000013', key).slice(13),
    )
  })

  test('of different identifiers differ, and none shows its digits', () => {
    const digits = fc.stringMatching(/^\d{12}$/)
    void fc.assert(
      fc.property(digits, digits, (a, b) => {
        const [one, two] = [pseudonym(`nid:${a}`, key), pseudonym(`nid:${b}`, key)]
        return (one === two) === (a === b) && !one.includes(a)
      }),
    )
  })

  test('a value without a kind is refused without being repeated', () => {
    expect(() => pseudonym('024085000001', key)).toThrow(RangeError)
    expect(() => pseudonym('024085000001', key)).not.toThrow(/024085000001/)
  })
})
