import { describe, expect, test } from 'vitest'
import { readingOf } from '#sources/read.ts'
import type { Book } from '#sources/readers/book.ts'
import { isRefusal, readBook } from '#sources/readers/index.ts'
import { released } from '../forms/rows.ts'
import { bookOf, context, coverSheet, formSheet, row } from '../made-book.ts'
import { workbookOf } from '../readers/zip-maker.ts'

const codesOf = (book: Book) => {
  const { outcome, problems } = readingOf(book, context)
  return [outcome, ...problems.map(({ code, sheet }) => `${code} ${sheet}`)]
}
const titled = (title: string) =>
  bookOf(coverSheet(), formSheet({ rows: [released], above: [title] }))

describe('a file that says it is classified is refused unread', () => {
  test.each(['MẬT', 'Tối mật', 'TUYỆT MẬT', '  [ Mật ] ', 'ĐỘ MẬT: MẬT', 'Số: 12/BC-CA (MẬT)'])(
    'stamped above the table: %s',
    (title) => {
      expect(codesOf(titled(title))).toEqual(['rejected', 'secret 01.Danh sach'])
    },
  )

  test.each(['TOI MAT', 'DO MAT: MAT'])('typed without diacritics: %s', (title) => {
    expect(codesOf(titled(title))).toEqual(['rejected', 'secret 01.Danh sach'])
  })

  test('in a page header or a text box', () => {
    expect(codesOf({ ...titled('Danh sách'), stamps: ['TUYỆT MẬT'] })).toEqual([
      'rejected',
      'secret null',
    ])
  })

  test('on a sheet of its own, hidden or not', () => {
    const stamp = { name: 'Bìa', hidden: true, rows: [row(2, ['TỐI MẬT'])] }
    const book = bookOf(coverSheet(), formSheet({ rows: [released] }), stamp)
    expect(codesOf(book)).toEqual(['rejected', 'secret Bìa'])
  })

  test('by the envelope', async () => {
    const head = {
      form: 'exemplar',
      version: 1,
      reporter: 'x',
      window: 'y',
      revision: 1,
      nil: true,
    }
    const read = await readBook(Buffer.from(JSON.stringify({ ...head, secrecy: 'Mật' })))
    expect(read).toMatchObject({ refused: 'secret' })
  })
})

describe('these words are no stamp', () => {
  test.each([
    'CÔNG TÁC BẢO VỆ BÍ MẬT NHÀ NƯỚC',
    'Độ mật',
    'Độ mật: Không',
    'Họp mặt',
    'MAT',
    'Mất',
    'Bảo mật',
  ])('%s', (title) => {
    expect(codesOf(titled(title))[0]).toBe('accepted')
  })

  test('a name in a row of data', () => {
    const book = bookOf(coverSheet(), formSheet({ rows: [{ ...released, remark: 'Mật' }] }))
    expect(codesOf(book)[0]).toBe('accepted')
  })
})

test('page headers, page footers and text boxes are looked through', async () => {
  const xml =
    '<sheetData><row r="1"><c><v>1</v></c></row></sheetData><headerFooter><oddHeader>&amp;L&amp;"Arial,Bold"&amp;14TỐI MẬT&amp;RTrang &amp;P</oddHeader></headerFooter>'
  const drawing =
    '<xdr:wsDr xmlns:xdr="x" xmlns:a="y"><xdr:sp><a:p><a:r><a:t>MẬ</a:t></a:r><a:r><a:t>T</a:t></a:r></a:p></xdr:sp></xdr:wsDr>'
  const book = await readBook(workbookOf(xml, { 'xl/drawings/drawing1.xml': drawing }))
  expect(isRefusal(book) ? book : book.stamps).toEqual(['TỐI MẬT', 'Trang ', 'MẬT'])
})
