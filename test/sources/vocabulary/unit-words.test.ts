import { describe, expect, it } from 'vitest'
import { placeName } from '#sources/vocabulary/unit-words.ts'

describe('a place in a sentence', () => {
  it.each([
    ['phuong', 'Bắc Giang', 'phường Bắc Giang'],
    ['tinh', 'Bắc Ninh', 'tỉnh Bắc Ninh'],
    ['thi_xa', 'Chũ', 'thị xã Chũ'],
    ['dac_khu', 'Lý Sơn', 'đặc khu Lý Sơn'],
  ] as const)('%s %s is %s', (type, name, words) => {
    expect(placeName({ type, name })).toBe(words)
  })
})
