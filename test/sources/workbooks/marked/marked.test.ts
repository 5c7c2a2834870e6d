import type { Cell, Workbook, Worksheet } from 'exceljs'
import fc from 'fast-check'
import { unzipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import { marksOf } from '#sources/marks.ts'
import { read } from '#sources/read.ts'
import { cellAddress } from '#sources/readers/book.ts'
import type { Reading } from '#sources/submission.ts'
import { type Mark, marked, slipWorkbook } from '#sources/workbooks/marked/index.ts'
import { markColours } from '#sources/workbooks/marked/styles.ts'
import type { Slip } from '#sources/workbooks/slip.ts'
import { context } from '#test/sources/made-book.ts'
import { LIST, officersBook, opened, registerBook } from '#test/support/officers-book.ts'

const SLIP = 'Phiếu kiểm tra số liệu'
const [RED, ORANGE] = [markColours.error, markColours.warning]

/** A slip with one line for each mark. */
function slipOf(marks: readonly Mark[]): Slip {
  const head = ['STT', 'Trang tính', 'Ô', 'Nội dung'] as const
  return {
    title: 'PHIẾU KIỂM TRA SỐ LIỆU',
    facts: [['Số tiếp nhận:', 'aa3d7d575771']],
    verdict: { text: 'KẾT QUẢ: Chưa tiếp nhận, đề nghị gửi lại', tone: 'error' },
    ask: ['Đề nghị sửa.'],
    forms: { title: 'BIỂU', head, rows: [{ sheet: LIST, rows: '0/8', text: 'Biểu 01' }] },
    lists: [
      {
        title: 'CẦN SỬA',
        head,
        colour: 'error',
        rows: marks.map(({ sheet, cell, text }) => ({ sheet, place: cell, cell, text })),
      },
    ],
  }
}

const markedBy = (bytes: Uint8Array, marks: readonly Mark[]) => marked(bytes, marks, slipOf(marks))
const mark = (cell: string, text = `sửa ${cell}`, severity: Mark['severity'] = 'error'): Mark => ({
  ...{ sheet: LIST, cell, severity, text },
})
const sheetOf = (book: Workbook, name = LIST): Worksheet =>
  book.getWorksheet(name) ?? expect.fail(`no sheet ${name}`)
const noteOf = (cell: Cell): string => {
  const { note } = cell
  if (typeof note === 'string') return note
  return (note?.texts ?? []).map(({ text }) => text).join('')
}
const fillOf = ({ fill }: Cell) => (fill?.type === 'pattern' ? fill.fgColor?.argb : undefined)

/** By `sheet!cell` of every cell but the slip's: value, looks without the fill, fill, comment. */
function cellsOf(book: Workbook) {
  const cells = new Map<string, { value: unknown; look: unknown; fill: unknown; note: string }>()
  for (const sheet of book.worksheets.filter(({ name }) => name !== SLIP)) {
    sheet.eachRow({ includeEmpty: false }, (row) => {
      row.eachCell({ includeEmpty: true }, (cell) => {
        const { value, font, alignment, border, protection, numFmt, fill } = cell
        cells.set(`${sheet.name}!${cell.address}`, {
          value,
          look: { font, alignment, border, protection, numFmt },
          fill,
          note: noteOf(cell),
        })
      })
    })
  }
  return cells
}

/** What exceljs keeps of a sheet without declaring it. */
type Rules = Worksheet & {
  readonly conditionalFormattings?: readonly unknown[]
  readonly sheetProtection?: unknown
  readonly dataValidations?: unknown
}

function said({ sheets, problems, outcome }: Reading) {
  return { outcome, sheets, problems }
}

describe('an officer’s workbook', () => {
  let sent: Uint8Array
  let reading: Reading
  let answer: Uint8Array
  let before: Workbook
  let after: Workbook

  beforeAll(async () => {
    sent = await officersBook({
      1: { sex: 'không rõ' },
      2: { national_id: '12345' },
      4: { arrived_on: '31/2/2026' },
      5: { group: null },
      6: { remark: 'CMND 125000013' },
    })
    reading = await read(sent, context)
    answer = markedBy(sent, marksOf(reading.problems))
    before = await opened(sent)
    after = await opened(answer)
  })

  test('comes back with every part byte for byte but those that must say more', () => {
    const [old, now] = [unzipSync(sent), unzipSync(answer)]
    const touched = Object.keys(old).filter((name) => {
      const part = now[name] ?? expect.fail(`${name} is gone`)
      return Buffer.compare(part, old[name] ?? new Uint8Array()) !== 0
    })
    expect(touched.sort()).toEqual([
      '[Content_Types].xml',
      'xl/_rels/workbook.xml.rels',
      'xl/comments2.xml',
      'xl/drawings/vmlDrawing2.vml',
      'xl/styles.xml',
      'xl/workbook.xml',
      'xl/worksheets/sheet2.xml',
    ])
    expect(Object.keys(now).filter((name) => !(name in old))).toEqual(['xl/worksheets/sheet6.xml'])
  })

  test('has the slip first and open, and no other sheet selected with it', () => {
    expect(after.worksheets.map(({ name }) => name)).toEqual([
      SLIP,
      ...before.worksheets.map(({ name }) => name),
    ])
    expect(after.worksheets.map(({ state }) => state).slice(1)).toEqual(
      before.worksheets.map(({ state }) => state),
    )
    const xml = Object.entries(unzipSync(answer)).filter(([name]) => name.includes('worksheets/'))
    const selected = xml.filter(([, bytes]) => Buffer.from(bytes).includes('tabSelected="1"'))
    expect(selected.map(([name]) => name)).toEqual(['xl/worksheets/sheet6.xml'])
  })

  test('is marked in the cells of its problems and nowhere else', () => {
    const list = sheetOf(after)
    const painted = new Map<string, unknown>()
    list.eachRow((row) =>
      row.eachCell({ includeEmpty: true }, (cell) => {
        const fill = fillOf(cell)
        if (fill === RED || fill === ORANGE) painted.set(cell.address, fill)
      }),
    )
    expect(Object.fromEntries(painted)).toEqual({
      H10: RED,
      D11: RED,
      R13: RED,
      AS14: RED,
      AY15: ORANGE,
    })
    expect(noteOf(list.getCell('R13'))).toBe(
      '[Phiếu kiểm tra số liệu]\n“31/2/2026” không phải là ngày. Đề nghị ghi ngày/tháng/năm đủ bốn chữ số của năm, ví dụ 05/01/2026.',
    )
  })

  test('keeps every value, every look and every comment of its own', () => {
    const [old, now] = [cellsOf(before), cellsOf(after)]
    const marks = new Set(marksOf(reading.problems).map(({ sheet, cell }) => `${sheet}!${cell}`))
    for (const [address, cell] of old) {
      const same = now.get(address) ?? expect.fail(`${address} is gone`)
      expect({ address, value: same.value, look: same.look }).toEqual({
        ...{ address, value: cell.value, look: cell.look },
      })
      if (!marks.has(address)) expect({ address, ...same }).toEqual({ address, ...cell })
    }
  })

  test('keeps names, print areas, protection, drop-downs and the hidden sheets', () => {
    expect(after.definedNames.getRanges('HoSo').ranges).toEqual(
      before.definedNames.getRanges('HoSo').ranges,
    )
    for (const { name, pageSetup } of before.worksheets) {
      expect(sheetOf(after, name).pageSetup.printArea).toBe(pageSetup.printArea)
    }
    const rules = (book: Workbook) => {
      const { conditionalFormattings, sheetProtection, dataValidations } = sheetOf(book) as Rules
      expect(conditionalFormattings).toHaveLength(2)
      return { conditionalFormattings, sheetProtection, dataValidations }
    }
    expect(rules(after)).toEqual(rules(before))
  })

  test('is read as if it had never been marked', async () => {
    expect(said(await read(answer, context))).toEqual(said(reading))
  })

  test('marked twice is marked once', () => {
    expect(Buffer.compare(markedBy(answer, marksOf(reading.problems)), answer)).toBe(0)
  })

  test('mended in its marked cells alone is accepted, and then bears no mark', async () => {
    const mended: Readonly<Record<string, string>> = {
      H10: 'Nam',
      D11: '024085000002',
      R13: '05/01/2026',
      AS14: 'A',
      AY15: '',
    }
    const book = await opened(answer)
    for (const [cell, value] of Object.entries(mended)) sheetOf(book).getCell(cell).value = value
    const back = new Uint8Array(await book.xlsx.writeBuffer())
    const again = await read(back, context)
    const unknown = { code: 'no-known-form', sheet: 'Tinh' }
    expect(again).toMatchObject({ outcome: 'accepted', problems: [unknown] })
    expect(again.sheets[0]).toMatchObject({ rowsRead: 8, rowsAccepted: 8 })

    const clean = cellsOf(await opened(markedBy(back, [])))
    for (const [address, { look, fill, note }] of cellsOf(before)) {
      expect({ address, ...clean.get(address), value: null }).toEqual({
        ...{ address, value: null, look, fill, note },
      })
    }
  })

  test('keeps what an officer wrote in a comment, with our words under it', async () => {
    const once = markedBy(sent, [mark('D10', 'Trùng.')])
    const own = 'Đã đối chiếu thẻ căn cước'
    const noted = async (bytes: Uint8Array) => noteOf(sheetOf(await opened(bytes)).getCell('D10'))
    expect(await noted(once)).toBe(`${own}\n\n[${SLIP}]\nTrùng.`)
    expect(await noted(markedBy(once, [mark('D10', 'Khác.')]))).toBe(`${own}\n\n[${SLIP}]\nKhác.`)
    expect(await noted(markedBy(once, []))).toBe(own)
  })

  test('says all that is to be said of a cell, in the colour of the gravest', async () => {
    const marks = [
      mark('C12', 'Một.', 'warning'),
      mark('C12', 'Hai.'),
      mark('C12', 'Ba.', 'warning'),
    ]
    const cell = sheetOf(await opened(markedBy(sent, marks))).getCell('C12')
    expect([fillOf(cell), noteOf(cell)]).toEqual([RED, `[${SLIP}]\nMột.\nHai.\nBa.`])
  })

  test('gives a cell its own fill back when a later answer no longer marks it', async () => {
    const once = markedBy(sent, [mark('C9'), mark('A4')])
    const book = await opened(once)
    expect(['C9', 'A4'].map((cell) => fillOf(sheetOf(book).getCell(cell)))).toEqual([RED, RED])
    const twice = await opened(markedBy(markedBy(once, [mark('C9')]), []))
    expect(['C9', 'A4'].map((cell) => sheetOf(twice).getCell(cell).fill)).toEqual(
      ['C9', 'A4'].map((cell) => sheetOf(before).getCell(cell).fill),
    )
  })
})

describe('the slip', () => {
  test('leads to each cell by a link inside the workbook', async () => {
    const answer = markedBy(await registerBook(), [mark('F12')])
    const xml = Buffer.from(unzipSync(answer)['xl/worksheets/sheet5.xml'] ?? []).toString()
    expect(xml).toContain(`location="'01.Danh sach'!F12"`)
    expect(xml).toContain(`location="'01.Danh sach'!A1"`)
  })

  test('stands alone where there is no workbook to send back, and says what was said', async () => {
    const odd = 'a < b & "c" _x0041_ \u0007 dòng\nhai'
    const book = await opened(slipWorkbook(slipOf([{ ...mark('B2'), text: odd }])))
    expect(book.worksheets.map(({ name }) => name)).toEqual([SLIP])
    const texts: unknown[] = []
    sheetOf(book, SLIP).eachRow((row) => row.eachCell(({ value }) => texts.push(value)))
    expect(texts).toContain('aa3d7d575771')
    expect(texts).toContain(odd.replace('\u0007', '\ufffd').replace('_x0041_', '_x005F_x0041_'))
  })

  test('that an officer moved, renamed by copying, or brought back twice is replaced by one', async () => {
    const book = await opened(markedBy(await registerBook(), [mark('F12')]))
    const texts = (file: Workbook) => file.worksheets.map(({ name }) => name)
    const moved = sheetOf(book, SLIP) as Worksheet & { orderNo: number }
    moved.orderNo = 99
    const back = new Uint8Array(await book.xlsx.writeBuffer())
    expect(texts(await opened(back)).at(-1)).toBe(SLIP)
    const again = await opened(markedBy(back, []))
    expect(texts(again)).toEqual([SLIP, '00.Thong tin', LIST, '_danhmuc', '_hoanhap'])
    expect(sheetOf(again).pageSetup.printArea).toBe(sheetOf(book).pageSetup.printArea)
  })
})

test('whatever cells are marked, of rows that are there and of rows that are not, the file reads the same and bears just these marks', async () => {
  const sent = await registerBook({ 3: { sex: 'gì' } })
  const reading = await read(sent, context)
  const cell = fc.record({
    row: fc.integer({ min: 1, max: 60 }),
    column: fc.integer({ min: 1, max: 60 }),
    severity: fc.constantFrom<Mark['severity']>('error', 'warning'),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(cell, { maxLength: 12 }), async (cells) => {
      const marks = cells.map(({ row, column, severity }) =>
        mark(cellAddress(row, column), `${row}/${column}`, severity),
      )
      const answer = markedBy(sent, marks)
      expect(said(await read(answer, context))).toEqual(said(reading))
      const list = sheetOf(await opened(answer))
      for (const { cell: address, text } of marks) {
        expect(noteOf(list.getCell(address)).split('\n')).toContain(text)
      }
      const wanted = new Set(marks.map((each) => list.getCell(each.cell).master.address))
      const painted = new Set<string>()
      list.eachRow({ includeEmpty: true }, (row) =>
        row.eachCell({ includeEmpty: true }, (one) => {
          if (fillOf(one) === RED || fillOf(one) === ORANGE) painted.add(one.master.address)
        }),
      )
      expect([...painted].filter((address) => !wanted.has(address))).toEqual([])
      expect(markedBy(answer, marks)).toEqual(answer)
      expect(said(await read(markedBy(answer, []), context))).toEqual(said(reading))
    }),
    { numRuns: 6 },
  )
})
