import ExcelJS from 'exceljs'
import { unzipSync } from 'fflate'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { communitySentence } from '#sources/forms/community-sentence.ts'
import { exemplar } from '#sources/forms/exemplar.ts'
import type { Form } from '#sources/forms/form.ts'
import { anyForms } from '#sources/forms/index.ts'
import { jobsAndTraining } from '#sources/forms/jobs-and-training.ts'
import { narrative } from '#sources/forms/narrative.ts'
import { returneeRegister } from '#sources/forms/returnee-register.ts'
import { type Cell, columnLetter } from '#sources/readers/book.ts'
import { isRefusal, readBook } from '#sources/readers/index.ts'
import { places } from '#sources/reference/places.ts'
import { type Reporter, reporterId } from '#sources/vocabulary/reporter.ts'
import { window } from '#sources/vocabulary/window.ts'
import { blankWorkbook, type WorkbookSpec, writeWorkbook } from '#sources/workbooks/template.ts'

const unit = places().byCode('07210', '2026-01-14')
if (unit === undefined) throw new Error('07210 is a commune of 2026')

const spec: WorkbookSpec = {
  plan: { number: '195/KH-UBND', title: 'Công tác tái hòa nhập cộng đồng năm 2026' },
  reporter: {
    id: reporterId('police', '07210'),
    kind: 'police',
    name: 'Công an phường Bắc Giang',
    unitId: unit.id,
    standing: 'obliged',
  },
  unit,
  window: window('adm:2026-01'),
  cover: { data_to: '2026-01-14', prepared_by: 'Trần Văn B', phone: null, revision_no: 2 },
  sheets: [
    {
      form: returneeRegister,
      nil: false,
      defaults: { sex: 'nam', legal_need: 'chua' },
      rows: [
        {
          case_file_no: 'A-001',
          full_name: 'Nguyễn Văn A',
          national_id: '024085000001',
          birth_year: 1985,
          release_basis: 'dac_xa',
          arrived_on: '2026-01-05',
          moved_from: unit.id,
        },
        {
          case_file_no: 12,
          full_name: '=1+1',
          sex: 'nu',
          birth_year: '1.985',
          arrived_on: '31/2/2026',
          release_basis: 'hết án',
          moved_from: 'xã Nào Đó',
        },
      ],
    },
    { form: exemplar, nil: true, rows: [] },
  ],
}

let bytes: Uint8Array

beforeAll(async () => {
  bytes = await writeWorkbook(spec)
})

async function sheetsOf(workbook: Uint8Array) {
  const book = await readBook(workbook)
  if (isRefusal(book)) throw new Error(JSON.stringify(book))
  return new Map(
    book.sheets.map(({ name, hidden, rows }) => [
      name,
      {
        hidden,
        cell: (row: number, column: number): Cell | undefined =>
          rows.find((one) => one.row === row)?.cells.get(column),
        rows: rows.map(({ row }) => row),
      },
    ]),
  )
}

const text = (text: string): Cell => ({ kind: 'text', text })

describe('what the reader finds in a workbook of ours', () => {
  test('the sheets, the last two hidden', async () => {
    const sheets = await sheetsOf(bytes)
    expect([...sheets].map(([name, { hidden }]) => [name, hidden])).toEqual([
      ['00.Thong tin', false],
      ['01.Danh sach', false],
      ['05.Dien hinh', false],
      ['_danhmuc', true],
      ['_hoanhap', true],
    ])
  })

  test('a cover, filled in as far as it is known', async () => {
    const cover = (await sheetsOf(bytes)).get('00.Thong tin')
    const block = Array.from({ length: 16 }, (_, index) => [
      cover?.cell(4 + index, 1),
      cover?.cell(4 + index, 2),
    ])
    expect(block).toEqual([
      [text('Mã đơn vị hành chính / mã cơ quan'), text('07210')],
      [text('Đơn vị báo cáo'), text('Công an phường Bắc Giang')],
      [text('Cơ quan lập biểu'), text('Công an cấp xã')],
      [text('Thực hiện Kế hoạch số'), text('195/KH-UBND')],
      [text('Kỳ báo cáo'), text('Tháng 1/2026 (15/12/2025–14/1/2026)')],
      [text('Số liệu tính đến hết ngày'), { kind: 'number', number: 46036, isDate: true }],
      [text('Loại báo cáo'), text('Báo cáo thay thế (toàn bộ)')],
      [text('Lần gửi'), { kind: 'number', number: 2, isDate: false }],
      [text('Lý do thay thế'), undefined],
      [text('Số, ký hiệu văn bản gửi kèm'), undefined],
      [text('Ngày văn bản'), undefined],
      [text('Người ký'), undefined],
      [text('Chức vụ người ký'), undefined],
      [text('Người lập biểu'), text('Trần Văn B')],
      [text('Điện thoại liên hệ'), undefined],
      [text('Độ mật'), text('Không')],
    ])
  })

  test('headers letter for letter in row 7, numbers in row 8, rows from row 9 on', async () => {
    const sheet = (await sheetsOf(bytes)).get('01.Danh sach')
    const headers = Object.values(returneeRegister.columns).map(({ header }) => header)
    expect(headers.map((_, index) => sheet?.cell(7, index + 1))).toEqual(headers.map(text))
    expect(sheet?.cell(8, 3)).toEqual(text('(3)'))
    // What stands above the first three columns is printed on each of three pages: nothing that would be cut.
    expect([1, 2, 3, 4].map((column) => sheet?.cell(1, column))).toEqual([
      text('Biểu số 01/THNCĐ'),
      undefined,
      undefined,
      text('(Ban hành kèm theo văn bản số …………… của Công an tỉnh)'),
    ])
    expect([1, 4].map((column) => sheet?.cell(2, column))).toEqual([
      undefined,
      text(returneeRegister.title),
    ])
    expect(sheet?.cell(4, 1)).toEqual(text('☐ Không phát sinh trong kỳ'))
    expect(sheet?.cell(6, 1)).toEqual(text('A. Nhân thân'))
    // Two rows, ten spare ones, a blank one; then the line on personal data, a blank one, and who signs.
    expect(sheet?.rows).toEqual([1, 2, 3, 4, 6, 7, 8, 9, 10, 22, 24, 25])
  })

  test('values as an officer types them, mistakes as they are', async () => {
    const sheet = (await sheetsOf(bytes)).get('01.Danh sach')
    const fields = Object.keys(returneeRegister.columns)
    const cellOf = (row: number, field: string) => sheet?.cell(row, fields.indexOf(field) + 1)
    const shown = (row: number) =>
      [
        'row_no',
        'case_file_no',
        'full_name',
        'national_id',
        'birth_year',
        'sex',
        'release_basis',
        'arrived_on',
        'moved_from',
        'legal_need',
        'remark',
      ].map((field) => cellOf(row, field))
    const number = (number: number, isDate = false): Cell => ({ kind: 'number', number, isDate })
    expect(shown(9)).toEqual([
      number(1),
      text('A-001'),
      text('Nguyễn Văn A'),
      text('024085000001'),
      number(1985),
      text('Nam'),
      text('Được đặc xá'),
      // 5/1/2026 is day 46027, nine days before 14/1/2026.
      number(46027, true),
      text('07210 Bắc Giang'),
      text('Chưa rà soát'),
      undefined,
    ])
    expect(shown(10)).toEqual([
      number(2),
      number(12),
      text('=1+1'),
      undefined,
      text('1.985'),
      text('Nữ'),
      text('hết án'),
      text('31/2/2026'),
      text('xã Nào Đó'),
      text('Chưa rà soát'),
      undefined,
    ])
  })

  test('a ticked form and who made the workbook for whom', async () => {
    const sheets = await sheetsOf(bytes)
    expect(sheets.get('05.Dien hinh')?.cell(4, 1)).toEqual(text('☑ Không phát sinh trong kỳ'))
    expect(sheets.get('05.Dien hinh')?.rows.filter((row) => row > 8 && row < 19)).toEqual([])
    const marker = sheets.get('_hoanhap')
    const one: Cell = { kind: 'number', number: 1, isDate: false }
    expect([1, 2, 3, 4].map((row) => [1, 2, 3].map((column) => marker?.cell(row, column)))).toEqual(
      [
        [text('hoanhap'), one, undefined],
        [text('195/KH-UBND'), text('police:07210'), text('adm:2026-01')],
        [text('returnee-register'), one, text('01.Danh sach')],
        [text('exemplar'), one, text('05.Dien hinh')],
      ],
    )
  })
})

describe('what the officer finds', () => {
  let workbook: ExcelJS.Workbook

  beforeAll(async () => {
    workbook = await new ExcelJS.Workbook().xlsx.load(bytes.slice().buffer as ExcelJS.Buffer)
  })
  const sheetOf = (name: string): ExcelJS.Worksheet => {
    const sheet = workbook.getWorksheet(name)
    if (sheet === undefined) throw new Error(name)
    return sheet
  }
  const letterOf = (field: string) =>
    columnLetter(Object.keys(returneeRegister.columns).indexOf(field) + 1)

  test('headers locked, entry free to the edge of the sheet, rows free to insert, delete and sort', () => {
    const sheet = sheetOf('01.Danh sach')
    const { sheetProtection } = sheet as unknown as { sheetProtection: object }
    expect(sheetProtection).toMatchObject({
      sheet: true,
      insertRows: true,
      deleteRows: true,
      sort: true,
    })
    expect(sheetProtection).not.toHaveProperty('hashValue')
    for (const cell of ['A1', 'A2', 'A3', 'A6', 'A7', 'C7', 'A8', 'AY7']) {
      expect([cell, sheet.getCell(cell).protection?.locked ?? true]).toEqual([cell, true])
    }
    for (const cell of ['A4', 'A9', 'C9', 'AY9', 'C300', 'AY300', 'XFD300']) {
      expect([cell, sheet.getCell(cell).protection?.locked ?? true]).toEqual([cell, false])
    }
    const cover = sheetOf('00.Thong tin')
    expect(
      ['A4', 'B4', 'B9', 'B17'].map((cell) => cover.getCell(cell).protection?.locked ?? true),
    ).toEqual([true, true, false, false])
    for (const name of ['_hoanhap', '_danhmuc']) {
      expect(sheetOf(name)).toMatchObject({ state: 'veryHidden', sheetProtection: { sheet: true } })
    }
  })

  test('drop-downs that hold the labels, days and numbers checked', () => {
    const sheet = sheetOf('01.Danh sach')
    const validationOf = (field: string) => sheet.getCell(`${letterOf(field)}12`).dataValidation
    const penalty = validationOf('extra_penalty')
    expect(penalty).toMatchObject({ type: 'list', errorStyle: 'warning', showErrorMessage: true })
    const [, letter, from, to] =
      /^_danhmuc!\$([A-Z]+)\$(\d+):\$[A-Z]+\$(\d+)$/.exec(penalty.formulae[0]) ?? []
    const lists = sheetOf('_danhmuc')
    const labels = []
    for (let row = Number(from); row <= Number(to); row++)
      labels.push(lists.getCell(`${letter}${row}`).value)
    expect(labels).toEqual([
      'Không',
      'Quản chế',
      'Cấm cư trú',
      'Cấm đảm nhiệm chức vụ, cấm hành nghề…',
      'Tước một số quyền công dân',
    ])
    expect(validationOf('arrived_on')).toMatchObject({ type: 'date', errorStyle: 'warning' })
    expect(validationOf('birth_year')).toMatchObject({
      type: 'whole',
      errorStyle: 'stop',
      formulae: [1900, 2100],
    })
    expect(validationOf('full_name')).toBeUndefined()
    expect(sheet.getCell('A4').dataValidation).toMatchObject({ type: 'list' })
  })

  test('comments that say how, whether and what', () => {
    const noteOn = (field: string) => sheetOf('01.Danh sach').getCell(`${letterOf(field)}7`).note
    expect(noteOn('sex')).toBe('Bắt buộc ghi.\nChọn một trong: Nam; Nữ.')
    expect(noteOn('national_id')).toContain('12 chữ số')
    expect(noteOn('row_no')).toBeUndefined()
  })

  test('(*) behind a required header comes from its format', () => {
    const sheet = sheetOf('01.Danh sach')
    expect(sheet.getCell(`${letterOf('full_name')}7`).numFmt).toBe('@" (*)"')
    expect(sheet.getCell(`${letterOf('remark')}7`).numFmt).toBeUndefined()
  })

  test('ids as text, days as days, frozen headers, printing on A3 and A4 with headers on each page', () => {
    const sheet = sheetOf('01.Danh sach')
    expect(sheet.getColumn(letterOf('national_id')).numFmt).toBe('@')
    expect(sheet.getCell(`${letterOf('arrived_on')}9`).value).toEqual(
      new Date('2026-01-05T00:00:00Z'),
    )
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', xSplit: 3, ySplit: 8 })
    expect(sheet.pageSetup).toMatchObject({
      paperSize: 8,
      orientation: 'landscape',
      fitToPage: true,
      printTitlesRow: '6:8',
      printTitlesColumn: 'A:C',
    })
    expect(sheetOf('05.Dien hinh').pageSetup).toMatchObject({
      paperSize: 9,
      orientation: 'landscape',
    })
  })

  test('a foot to sign, and the line on personal data where there are persons', () => {
    const textsOf = (name: string) => {
      const texts: string[] = []
      sheetOf(name).eachRow((row) => row.eachCell((cell) => texts.push(cell.text)))
      return texts
    }
    expect(textsOf('01.Danh sach')).toEqual(
      expect.arrayContaining([
        'Biểu có dữ liệu cá nhân nhạy cảm. Chỉ gửi qua kênh được cấp; không gửi qua thư điện tử, mạng xã hội.',
        'NGƯỜI LẬP BIỂU',
        'CÁN BỘ KIỂM TRA',
        'THỦ TRƯỞNG ĐƠN VỊ',
        '(ký, ghi rõ họ tên, đóng dấu)',
      ]),
    )
  })

  test('who signs stands side by side, of several pages on the last', () => {
    const places = (name: string) =>
      ['NGƯỜI LẬP BIỂU', 'CÁN BỘ KIỂM TRA', 'THỦ TRƯỞNG ĐƠN VỊ'].map((title) => {
        const found: { row: number; column: number }[] = []
        sheetOf(name).eachRow((row, at) =>
          row.eachCell((cell, column) => {
            if (cell.text === title) found.push({ row: at, column })
          }),
        )
        return found[0] ?? { row: 0, column: 0 }
      })
    // 51 columns on three pages: the last begins with the 37th.
    const register = places('01.Danh sach')
    expect(new Set(register.map(({ row }) => row)).size).toBe(1)
    const [first = 0, second = 0, third = 0] = register.map(({ column }) => column)
    expect(first).toBeGreaterThan(37)
    expect(second).toBeGreaterThan(first)
    expect(third).toBeGreaterThan(second)
    // Nine columns on one page.
    const [left = 0, , right = 0] = places('05.Dien hinh').map(({ column }) => column)
    expect(left).toBeLessThan(4)
    expect(right).toBeGreaterThan(6)
  })

  test('no signature of any form is cut by the one before it', async () => {
    const blank = await blankWorkbook({ forms: anyForms })
    const all = await new ExcelJS.Workbook().xlsx.load(blank.slice().buffer as ExcelJS.Buffer)
    const titles = ['CÁN BỘ KIỂM TRA', 'THỦ TRƯỞNG ĐƠN VỊ']
    let found = 0
    const cut: string[] = []
    for (const sheet of all.worksheets) {
      sheet.eachRow((row) =>
        row.eachCell((cell, column) => {
          if (typeof cell.value !== 'string' || !titles.includes(cell.value)) return
          found += 1
          const isBeside = row.getCell(column - 1).value !== null
          const width = sheet.getColumn(column).width ?? 0
          if (isBeside && width <= cell.value.length) cut.push(`${sheet.name} ${cell.address}`)
        }),
      )
    }
    expect(found).toBe(2 * anyForms.length)
    expect(cut).toEqual([])
  })

  test('a row as high as its longest words, and a comment where one was asked for', async () => {
    const bytes = await writeWorkbook({
      ...spec,
      sheets: [
        {
          form: returneeRegister,
          nil: false,
          rows: [{ full_name: 'Người Một' }, { full_name: 'Người Hai', remark: 'dài '.repeat(20) }],
          notes: [{ full_name: 'Kỳ trước: 4.' }, { left_on: 'ô trống' }],
          spare: 3,
        },
      ],
    })
    const book = await new ExcelJS.Workbook().xlsx.load(bytes.slice().buffer as ExcelJS.Buffer)
    const sheet = book.getWorksheet('01.Danh sach')
    expect(sheet?.getRow(9).height).toBeUndefined()
    expect(sheet?.getRow(10).height).toBe(45)
    expect(sheet?.getCell('C9').note).toBe('Kỳ trước: 4.')
    expect(sheet?.getCell(`${letterOf('left_on')}10`)).toMatchObject({
      value: null,
      note: 'ô trống',
    })
    // Two rows, three spare ones, a blank one.
    expect(sheet?.getCell('D15').text).toContain('dữ liệu cá nhân nhạy cảm')
  })

  test('a cover that shows what is missing, and the days between which the data may end', () => {
    const cover = sheetOf('00.Thong tin')
    const { conditionalFormattings } = cover as unknown as {
      conditionalFormattings: { ref: string; rules: { formulae: string[] }[] }[]
    }
    const marked = conditionalFormattings.map(({ ref }) => ref)
    expect(marked).toContain('B9')
    expect(marked).not.toContain('B12')
    expect(conditionalFormattings.find(({ ref }) => ref === 'B9')?.rules[0]?.formulae).toEqual([
      'LEN(TRIM(B9))=0',
    ])
    expect(cover.getCell('B9').dataValidation).toMatchObject({
      type: 'date',
      formulae: [new Date('2025-12-15T00:00:00Z'), new Date('2026-01-14T00:00:00Z')],
    })
    expect(cover.getCell('A9').note).toContain('Nếu số liệu đủ kỳ, ghi 14/1/2026.')
  })
})

describe('the bytes', () => {
  test('are the same for the same spec, whatever the hour', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2031-05-06T07:08:09Z') })
    const again = await writeWorkbook(spec)
    vi.useRealTimers()
    expect(Buffer.compare(again, bytes)).toBe(0)
  })

  test('tell no author and no hour', () => {
    const parts = unzipSync(bytes)
    expect(Object.keys(parts)).toEqual(Object.keys(parts).toSorted())
    const core = new TextDecoder().decode(parts['docProps/core.xml'])
    expect(core).toContain('coreProperties')
    expect(core).not.toMatch(/creator|created|modified|ExcelJS/)
    const all = Object.values(parts).map((part) => new TextDecoder().decode(part))
    expect(all.join('\n')).not.toMatch(new RegExp(`${new Date().getFullYear()}-\\d\\d-\\d\\dT`))
  })
})

test('a blank workbook has every form, no rows, and room for 200', async () => {
  const blank = await blankWorkbook({ forms: [returneeRegister, exemplar] })
  const sheets = await sheetsOf(blank)
  expect([...sheets.keys()]).toEqual([
    '00.Thong tin',
    '01.Danh sach',
    '05.Dien hinh',
    '_danhmuc',
    '_hoanhap',
  ])
  expect(sheets.get('01.Danh sach')?.rows).toEqual([1, 2, 3, 4, 6, 7, 8, 210, 212, 213])
  expect(sheets.get('00.Thong tin')?.cell(4, 2)).toBeUndefined()
  const workbook = await new ExcelJS.Workbook().xlsx.load(blank.slice().buffer as ExcelJS.Buffer)
  const sheet = workbook.getWorksheet('01.Danh sach')
  expect(sheet?.getCell('C208').protection).toMatchObject({ locked: false })
  expect(sheet?.getCell('H208').dataValidation).toMatchObject({ type: 'list' })
  expect(workbook.getWorksheet('00.Thong tin')?.getCell('B4').protection).toMatchObject({
    locked: false,
  })
})

describe('rows that stand in a blank workbook', () => {
  const loaded = async (forms: readonly Form[], reporter?: Reporter) => {
    const blank = await blankWorkbook({ forms, ...(reporter && { reporter }) })
    return new ExcelJS.Workbook().xlsx.load(blank.slice().buffer as ExcelJS.Buffer)
  }

  test('are locked, and of a fixed list no others have room', async () => {
    const sheet = (await loaded([communitySentence])).getWorksheet('09.An tai cong dong')
    expect(sheet?.getCell('A9').value).toBe('Người được hưởng án treo')
    expect(sheet?.getCell('A17').value).toBe('Người được tạm đình chỉ chấp hành án phạt tù')
    const locked = (cell: string) => sheet?.getCell(cell).protection?.locked ?? true
    expect(['A9', 'A13', 'A17', 'B9', 'S13'].map(locked)).toEqual([true, true, true, false, false])
    const foot = sheet?.getRow(20).values
    expect([foot].flat()).toContain('NGƯỜI LẬP BIỂU')
  })

  test('are free where they are only suggested, and no line says that a narrative is about a person', async () => {
    const sheet = (await loaded([narrative])).getWorksheet('13.Noi dung bao cao')
    expect(sheet?.getCell('B11').value).toBe('Tuyên truyền')
    expect(sheet?.getCell('B11').protection).toMatchObject({ locked: false })
    const texts: string[] = []
    sheet?.eachRow((row) => row.eachCell((cell) => texts.push(String(cell.value))))
    expect(texts).toContain('NGƯỜI LẬP BIỂU')
    expect(texts.filter((each) => each.startsWith('Biểu có dữ liệu cá nhân'))).toEqual([])
  })

  test('a column with an owner is missed in the sheet of nobody else', async () => {
    const yellow = async (id: 'agency:so-noi-vu' | 'agency:so-giao-duc-dao-tao') => {
      const sender = { ...spec.reporter, id, kind: 'agency' as const }
      const sheet = (await loaded([jobsAndTraining], sender)).getWorksheet('10.Viec lam, hoc nghe')
      expect(sheet?.getCell('D7').note).toContain('Do Sở Nội vụ ghi; cơ quan khác để trống.')
      const { conditionalFormattings } = sheet as unknown as {
        conditionalFormattings: { ref: string }[]
      }
      return conditionalFormattings[0]?.ref.replace(/:\w+|\d+/g, '')
    }
    expect(await yellow('agency:so-noi-vu')).toBe('A B C D E F G')
    expect(await yellow('agency:so-giao-duc-dao-tao')).toBe('A B I J')
  })
})
