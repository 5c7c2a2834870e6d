import { DataType, tableFromIPC } from 'apache-arrow'
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { extractArrow } from '#dashboards/extracts/arrow.ts'
import { extractCsv } from '#dashboards/extracts/csv.ts'
import { harmless } from '#dashboards/extracts/harmless.ts'
import { asDraft, type ExtractRow, extractColumns } from '#dashboards/extracts/rows.ts'
import { extractXlsx } from '#dashboards/extracts/xlsx.ts'

const row: ExtractRow = asDraft({
  plan: '195/KH-UBND',
  province_code: '24',
  province: 'tỉnh Bắc Ninh',
  unit_code: '24',
  unit: 'tỉnh Bắc Ninh',
  map: 'then',
  window_id: 'adm:2026-9M',
  from_date: '2025-12-15',
  last_date: '2026-09-14',
  definition_id: 'reoffending-rate/77ce867f',
  indicator: 'Tỷ lệ người "chấp hành xong", án phạt tù',
  definition: 'Dòng một\nDòng hai',
  parameters: 'Tính từ khi khởi tố bị can',
  counted: 'người',
  numerator: 22,
  denominator: 9_007_199_254_740_991,
  target: 'T02',
  clause: 'II.2',
  goal: 'dưới 1%',
  verdict: 'OK',
  verdict_words: 'Đạt – ổn định',
  observation: 'value',
  state: 'provisional',
  basis: 'register',
  estimate: 'counted',
  units_expected: 99,
  units_covered: 96,
  rows_withheld: 4,
})
const nothing: ExtractRow = {
  ...row,
  indicator: '=HYPERLINK("http://x";"y")',
  numerator: null,
  denominator: null,
  target: null,
  clause: null,
  goal: null,
  verdict: null,
  verdict_words: null,
  observation: 'missing',
}
const rows = [row, nothing]
const title = {
  heading: 'Bộ số liệu tổng hợp',
  subtitle: 'Tháng 9/2026',
  on: '2026-09-20',
} as const

describe('csv', () => {
  /** RFC 4180 by hand: quotes doubled inside quotes, CRLF between records. */
  function parse(text: string): readonly (readonly (string | null)[])[] {
    const records: (string | null)[][] = []
    const pattern = /("(?:[^"]|"")*"|[^,\r\n"]*)(,|\r\n)/gy
    let record: (string | null)[] = []
    for (const [, cell = '', end] of text.matchAll(pattern)) {
      record.push(
        cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell === '' ? null : cell,
      )
      if (end === '\r\n') {
        records.push(record)
        record = []
      }
    }
    return records
  }

  it('is read back field by field, and nothing stays nothing', () => {
    const [header, first, second] = parse(extractCsv(rows))
    expect(header).toEqual(extractColumns)
    expect(first).toEqual(
      Object.values(row).map((value) => (value === null ? null : String(value))),
    )
    expect(second?.[extractColumns.indexOf('numerator')]).toBeNull()
    expect(second?.[extractColumns.indexOf('indicator')]).toBe(`'${nothing.indicator}`)
  })

  it('says in every line that it must not be sent', () => {
    for (const record of parse(extractCsv(rows)).slice(1))
      expect(record[0]).toBe('bản thử, chưa được phép gửi')
  })
})

describe('texts that a spreadsheet would run', () => {
  it.each([
    '=1+1',
    '+1',
    '-1',
    '@x',
    '\tx',
    '\rx',
    '\nx',
    '\0x',
    '＝1',
    '＋1',
    '－1',
    '＠x',
    ' =1',
    '\u200b=1',
    '\ufeff=1',
  ])('get an apostrophe: %j', (text) => {
    expect(harmless(text)).toBe(`'${text}`)
  })

  it.each(['', 'Tỷ lệ = 1', '195/KH-UBND', 'a-b', '1+1', '…', '– không có'])(
    'others stay: %j',
    (text) => {
      expect(harmless(text)).toBe(text)
    },
  )

  it('never begin like a formula afterwards', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(harmless(text)).not.toMatch(/^\s*[=+\-@]/)
      }),
    )
  })
})

describe('xlsx', () => {
  it('is the same bytes twice', async () => {
    const [a, b] = [await extractXlsx(rows, title), await extractXlsx(rows, title)]
    expect(Buffer.from(a).equals(Buffer.from(b))).toBe(true)
  })

  it('is read back by exceljs: the warning first, dates as dates, no formula', async () => {
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load((await extractXlsx(rows, title)).buffer as ArrayBuffer)
    const sheet = workbook.worksheets[0] as ExcelJS.Worksheet
    const at = (line: number, column: keyof ExtractRow) =>
      sheet.getCell(line, extractColumns.indexOf(column) + 1).value
    expect(sheet.getCell('A1').value).toBe('BẢN THỬ, CHƯA ĐƯỢC PHÉP GỬI')
    expect(sheet.getCell('A2').value).toBe('Bộ số liệu tổng hợp')
    expect(at(5, 'numerator')).toBe('Tử số')
    expect(at(6, 'numerator')).toBe(22)
    expect(at(6, 'last_date')).toEqual(new Date('2026-09-14T00:00:00Z'))
    expect(at(6, 'indicator')).toBe(row.indicator)
    expect(at(7, 'numerator')).toBeNull()
    expect(at(7, 'indicator')).toBe(`'${nothing.indicator}`)
    expect(sheet.rowCount).toBe(7)
  })
})

describe('arrow', () => {
  const table = tableFromIPC(extractArrow(rows))

  it('is read back with 64-bit counts, days and nulls', () => {
    expect(table.numRows).toBe(2)
    expect(table.schema.fields.map((field) => field.name)).toEqual(extractColumns)
    expect(
      DataType.isInt(table.schema.fields.find((field) => field.name === 'denominator')?.type),
    ).toBe(true)
    expect(table.getChild('denominator')?.get(0)).toBe(9_007_199_254_740_991n)
    expect(table.getChild('numerator')?.get(1)).toBeNull()
    expect(table.getChild('verdict')?.get(1)).toBeNull()
    expect(new Date(Number(table.getChild('from_date')?.get(0))).toISOString()).toBe(
      '2025-12-15T00:00:00.000Z',
    )
    expect(table.getChild('verdict_words')?.get(0)).toBe('Đạt – ổn định')
  })

  it('keeps texts as they are: no program runs them', () => {
    expect(table.getChild('indicator')?.get(1)).toBe(nothing.indicator)
  })

  it('carries the warning as metadata and is the same bytes twice', () => {
    expect(table.schema.metadata.get('notice')).toBe('bản thử, chưa được phép gửi')
    expect(Buffer.from(extractArrow(rows)).equals(Buffer.from(extractArrow(rows)))).toBe(true)
  })

  it('has a schema without rows', () => {
    const empty = tableFromIPC(extractArrow([]))
    expect(empty.numRows).toBe(0)
    expect(empty.schema.fields).toHaveLength(extractColumns.length)
  })
})
