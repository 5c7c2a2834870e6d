import { describe, expect, test } from 'vitest'
import { isRefusal, readBook } from '#sources/readers/index.ts'
import { legacyOf } from '#sources/readers/legacy.ts'
import { places } from '#sources/reference/places.ts'
import { workbookOf } from './zip-maker.ts'

/** The same words as a font of TCVN3 and one of VNI draw them, typed by hand after the tables of both. */
const written: readonly (readonly [words: string, tcvn3: string, vni: string])[] = [
  ['Họ và tên', 'Hä vµ tªn', 'Hoï vaø teân'],
  ['Nguyễn Văn Hùng', 'NguyÔn V¨n Hïng', 'Nguyeãn Vaên Huøng'],
  ['Số định danh cá nhân', 'Sè ®Þnh danh c¸ nh©n', 'Soá ñònh danh caù nhaân'],
  ['Ngày được tha', 'Ngµy ®­îc tha', 'Ngaøy ñöôïc tha'],
]

describe('fonts of before Unicode', () => {
  test.each(written)('%s', (words, tcvn3, vni) => {
    expect(legacyOf([words])).toBeNull()
    expect(legacyOf([tcvn3])?.encoding).toBe('TCVN3')
    expect(legacyOf([vni])?.encoding).toBe('VNI')
  })

  test('no name of a place in the country is taken for one', () => {
    const names = places().units.map(({ name }) => name)
    expect(names.filter((name) => legacyOf([name], 1) !== null)).toEqual([])
  })

  test.each([
    '© 2026 Trại giam Müller «Bắc Giang» § 5',
    'Café Zoë, 5 m², 20 °C, ½ ngày · 3 × 4',
    'Ngày cấp: 05/01/2026 – nơi cấp: Cục CSQLHC về TTXH',
  ])('signs of Latin-1 are no letters of it: %s', (text) => {
    expect(legacyOf([text])).toBeNull()
  })

  test('a workbook typed in such a font is refused with its first cell', async () => {
    const cells = written
      .map(([, tcvn3], n) => `<c r="${'ABCD'[n]}2" t="inlineStr"><is><t>${tcvn3}</t></is></c>`)
      .join('')
    const title = '<row r="1"><c t="inlineStr"><is><t>Danh sách</t></is></c></row>'
    const book = await readBook(
      workbookOf(`<sheetData>${title}<row r="2">${cells}</row></sheetData>`),
    )
    expect(isRefusal(book) && { code: book.refused, ...book.facts }).toEqual({
      code: 'bad-encoding',
      looksLike: 'TCVN3',
      sheet: 'S',
      cell: 'A2',
    })
  })
})
