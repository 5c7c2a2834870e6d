import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Family,
  families,
  readWindow,
  window,
  windowsOf,
  wordsOf,
} from '#sources/vocabulary/window.ts'

/** As a keyboard without Vietnamese would have it. */
function bare(words: string): string {
  return words.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D')
}

const anyWindow = fc
  .tuple(fc.constantFrom<Family>(...families), fc.integer({ min: 1990, max: 2090 }))
  .chain(([family, year]) => fc.constantFrom(...windowsOf(family, year)))

describe('the words for a window', () => {
  it.each([
    ['adm:2026-09', 'Tháng 9/2026 (15/8–14/9/2026)'],
    ['adm:2026-01', 'Tháng 1/2026 (15/12/2025–14/1/2026)'],
    ['adm:2026-Q2', 'Quý II/2026 (15/3–14/6/2026)'],
    ['adm:2026-Q1', 'Quý I/2026 (15/12/2025–14/3/2026)'],
    ['adm:2026-6M', '6 tháng đầu năm 2026 (15/12/2025–14/6/2026)'],
    ['adm:2026-H2', '6 tháng cuối năm 2026 (15/6–14/12/2026)'],
    ['adm:2026-11M', '11 tháng đầu năm 2026 (15/12/2025–14/11/2026)'],
    ['adm:2026', 'Năm 2026 (15/12/2025–14/12/2026)'],
    ['cal:2024-02', 'Tháng 2/2024 (1/2–29/2/2024)'],
    ['cal:2026-Q4', 'Quý IV/2026 (1/10–31/12/2026)'],
    ['pol:2025-12', 'Tháng 12/2025 (15/11–14/12/2025)'],
    ['pol:2025-6M', '6 tháng đầu năm 2025 (15/11/2024–14/5/2025)'],
    ['pol:2026', 'Năm 2026 (15/11/2025–14/11/2026)'],
    ['2020-06-15..2026-01-14', 'Từ ngày 15/6/2020 đến ngày 14/1/2026'],
  ])('of %s are %s', (id, words) => {
    expect(wordsOf(window(id))).toBe(words)
  })

  it('mean the window again, with or without days and diacritics, in any case', () => {
    fc.assert(
      fc.property(anyWindow, (w) => {
        const family = w.family as Family
        const words = wordsOf(w)
        const name = words.replace(/ \(.*/, '')
        for (const typed of [words, name, bare(words), name.toUpperCase(), w.id, w.id.slice(4)]) {
          expect(readWindow(typed, family)).toEqual(w)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('of an explicit window mean it again in every family', () => {
    const w = window('2020-06-15..2026-01-14')
    for (const family of families) expect(readWindow(wordsOf(w), family)).toEqual(w)
  })
})

describe('what people write', () => {
  it.each([
    ['T9/2026', 'adm', 'adm:2026-09'],
    ['tháng 09 năm 2026', 'adm', 'adm:2026-09'],
    ['  Tháng   9 - 2026 ', 'adm', 'adm:2026-09'],
    ['09/2026', 'adm', 'adm:2026-09'],
    ['Q2/2026', 'adm', 'adm:2026-Q2'],
    ['quý 2 năm 2026', 'adm', 'adm:2026-Q2'],
    ['QUÝ III/2026', 'adm', 'adm:2026-Q3'],
    ['quy iv nam 2026', 'cal', 'cal:2026-Q4'],
    ['6 tháng năm 2026', 'adm', 'adm:2026-6M'],
    ['sáu tháng đầu năm 2026', 'pol', 'pol:2026-6M'],
    ['6 tháng cuối năm 2026', 'pol', 'pol:2026-H2'],
    ['9 tháng/2026', 'adm', 'adm:2026-9M'],
    ['3 tháng đầu năm 2026', 'adm', 'adm:2026-Q1'],
    ['3 tháng đầu năm 2026', 'pol', 'pol:2026-3M'],
    ['12 tháng năm 2026', 'adm', 'adm:2026'],
    ['1 tháng đầu năm 2026', 'pol', 'pol:2025-12'],
    ['cả năm 2026', 'adm', 'adm:2026'],
    ['2026', 'adm', 'adm:2026'],
    ['Tháng 12/2025', 'pol', 'pol:2025-12'],
    ['từ 15/6/2020 đến hết ngày 14/01/2026', 'adm', '2020-06-15..2026-01-14'],
    ['15/06/2020 - 14/01/2026', 'adm', '2020-06-15..2026-01-14'],
    ['Tháng 9/2026 (từ ngày 15/08/2026 đến ngày 14/09/2026)', 'adm', 'adm:2026-09'],
  ] as const)("'%s' in %s is %s", (words, family, id) => {
    expect(readWindow(words, family)?.id).toBe(id)
  })

  it.each([
    ['Tháng 13/2026', 'adm'],
    ['Tháng 9', 'adm'],
    ['Quý V/2026', 'adm'],
    ['Quý II/2026', 'pol'],
    ['13 tháng đầu năm 2026', 'adm'],
    ['từ 30/2/2026 đến 14/3/2026', 'adm'],
    ['từ 14/3/2026 đến 13/3/2026', 'adm'],
    ['pol:2026-09', 'adm'],
    ['6 tháng đầu năm 9026', 'adm'],
    ['tuần 3/2026', 'adm'],
    ['', 'adm'],
  ] as const)("'%s' in %s is none", (words, family) => {
    expect(readWindow(words, family)).toBeUndefined()
  })

  it('do not pass for a window with other days', () => {
    const calendar = wordsOf(window('cal:2026-09'))
    expect(readWindow(calendar, 'cal')?.id).toBe('cal:2026-09')
    expect(readWindow(calendar, 'adm')).toBeUndefined()
    expect(readWindow('Tháng 9/2026 (kỳ bổ sung)', 'adm')).toBeUndefined()
  })

  it('are answered at once even when a cell is full of brackets', () => {
    const started = performance.now()
    expect(readWindow('('.repeat(32_000), 'adm')).toBeUndefined()
    expect(performance.now() - started).toBeLessThan(1000)
  })
})
