import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  readCount,
  readMoney,
  writeCount,
  writeMoney,
  writePercent,
} from '#sources/vocabulary/count.ts'

describe('a count', () => {
  it.each([
    ['0', 0],
    ['12', 12],
    [' 12 ', 12],
    ['012', 12],
    ['1234', 1234],
    ['1 234', 1234],
    ['1\u00A0234', 1234],
    ['1.234.567', 1234567],
    ['1,234,567', 1234567],
    ['12,0', 12],
    ['1.234,00', 1234],
    ['1,234.0', 1234],
    ['1234,000', 1234],
    ['-5', -5],
    ['−5', -5],
    ['-0', 0],
    ['1.234', 'ambiguous'],
    ['1,234', 'ambiguous'],
    ['999.000', 'ambiguous'],
    ['1 234,567', 'ambiguous'],
    ['12,5', 'not-a-number'],
    ['0,234', 'not-a-number'],
    ['1234.567', 'not-a-number'],
    ['1.23', 'not-a-number'],
    ['1.234.5', 'not-a-number'],
    ['1.2345.678', 'not-a-number'],
    ['1.234,567.8', 'not-a-number'],
    ['12 3', 'not-a-number'],
    ['12 người', 'not-a-number'],
    ['1e3', 'not-a-number'],
    ['--5', 'not-a-number'],
    ['9007199254740993', 'not-a-number'],
    ['', 'not-a-number'],
  ])("'%s' → %s", (text, expected) => {
    expect(readCount(text)).toBe(expected)
  })

  it('is written in groups of three', () => {
    expect([0, 7, 999, 1000, 1234567, -1234, -123].map(writeCount)).toEqual([
      '0',
      '7',
      '999',
      '1.000',
      '1.234.567',
      '-1.234',
      '-123',
    ])
  })

  it('writes money in triệu đồng, as it is typed', () => {
    expect([0, 500, 12_500, 1_234_000, 1_234_567, 1].map(writeMoney)).toEqual([
      '0',
      '0,5',
      '12,5',
      '1.234',
      '1.234,567',
      '0,001',
    ])
  })

  it('reads what it writes, but for the four to six digits that nobody can', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (n) => {
        const groups = Math.abs(n) >= 1000 && Math.abs(n) < 1_000_000
        expect(readCount(writeCount(n))).toBe(groups ? 'ambiguous' : n)
        expect(readCount(String(n))).toBe(n)
      }),
    )
  })
})

describe('an amount in triệu đồng', () => {
  it.each([
    ['1.234,5', 1_234_500],
    ['12,5', 12_500],
    ['12.5', 12_500],
    ['12', 12_000],
    ['1 234,5', 1_234_500],
    ['1,234.5', 1_234_500],
    ['1.234,567', 1_234_567],
    ['1234,567', 1_234_567],
    ['0,234', 234],
    ['0,05', 50],
    ['12,5000', 12_500],
    ['1.234.567', 1_234_567_000],
    ['-2,5', -2500],
    ['12,345', 'ambiguous'],
    ['12.345', 'ambiguous'],
    ['12,3456', 'not-a-number'],
    ['12,5 triệu', 'not-a-number'],
    ['12,', 'not-a-number'],
    [',5', 'not-a-number'],
    ['', 'not-a-number'],
  ])("'%s' is %s thousand", (text, expected) => {
    expect(readMoney(text)).toBe(expected)
  })
})

describe('a percentage', () => {
  it.each([
    [9, 1000, 1, '0,9 %'],
    [1, 3, 1, '33,3 %'],
    [2, 3, 1, '66,7 %'],
    [96, 99, 1, '97,0 %'],
    [99, 99, 1, '100,0 %'],
    [0, 5, 1, '0,0 %'],
    [1, 2000, 1, '0,1 %'],
    [19, 2000, 1, '1,0 %'],
    [199, 20000, 2, '1,00 %'],
    [1, 3, 0, '33 %'],
    [123456, 1000, 1, '12.345,6 %'],
    [-1, 3, 1, '-33,3 %'],
    [-1, 100000, 1, '0,0 %'],
  ])('of %i in %i to %i places is %s', (numerator, denominator, decimals, written) => {
    expect(writePercent(numerator, denominator, decimals)).toBe(written)
  })

  it('has one decimal when not said and none of nothing', () => {
    expect(writePercent(1, 8)).toBe('12,5 %')
    expect(writePercent(0, 0)).toBeNull()
    expect(writePercent(3, 0)).toBeNull()
  })

  it('is never further than half a place from the share, and half goes up', () => {
    const share = fc
      .tuple(fc.nat({ max: 1_000_000 }), fc.integer({ min: 1, max: 1_000_000 }))
      .map(([a, b]) => [BigInt(Math.min(a, b)), BigInt(Math.max(a, b))] as const)
    fc.assert(
      fc.property(share, ([numerator, denominator]) => {
        const tenths = BigInt(
          (writePercent(Number(numerator), Number(denominator)) ?? '').replace(/[^\d]/g, ''),
        )
        // numerator / denominator · 1000 lies in [tenths − ½, tenths + ½)
        const doubled = 2000n * numerator
        expect(doubled >= (2n * tenths - 1n) * denominator).toBe(true)
        expect(doubled < (2n * tenths + 1n) * denominator).toBe(true)
      }),
    )
  })
})
