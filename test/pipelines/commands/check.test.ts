import { open, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { settingOf } from '#pipelines/station.ts'
import { formById } from '#sources/forms/index.ts'
import { window } from '#sources/vocabulary/window.ts'
import { writeWorkbook } from '#sources/workbooks/template.ts'
import { hoanhap, type Ran } from '#test/support/command-line.ts'
import { filesBelow } from '#test/support/folder-of-test.ts'
import { type TestSite, testSite } from '#test/support/site.ts'

vi.mock('#pipelines/readers/pool.ts', async () => ({
  openReaders: (await import('#test/support/readers-in-process.ts')).openReadersInProcess,
}))

/** What `--json` prints. */
interface Checked {
  readonly outcome: string
  readonly sheets: readonly object[]
  readonly rowsRead: number
  readonly rowsAccepted: number
  readonly problems: readonly Readonly<
    Record<'code' | 'severity' | 'sheet' | 'cell' | 'field' | 'value' | 'message', string | null>
  >[]
}

let place: TestSite
beforeAll(async () => {
  place = await testSite({ plan: 'bac-ninh-2026', communes: ['07210', '07246', '07264'] })
})
afterAll(() => place?.remove())

/** The list of notices for March with one good row, after somebody's hand has been at it. */
async function notices(spoil: (book: ExcelJS.Workbook) => void = () => {}): Promise<Uint8Array> {
  const setting = await settingOf(place.site)
  const reporter = setting.reporters.find(({ id }) => id === 'agency:cong-an-tinh')
  const unit = setting.places.byId(reporter?.unitId ?? '')
  const form = formById('release-notice')
  if (reporter === undefined || unit === undefined || form === undefined)
    throw new Error('unknown reporter or form')
  const bytes = await writeWorkbook({
    plan: { number: '195/KH-UBND', title: 'Kế hoạch' },
    reporter,
    unit,
    window: window('adm:2026-03'),
    cover: {
      data_to: '2026-03-14',
      revision_no: 1,
      document_no: '01/BC',
      document_date: '2026-03-16',
      signer_name: 'Người Ký',
      signer_title: 'Trưởng phòng',
      prepared_by: 'Người Lập Biểu',
    },
    sheets: [
      {
        form,
        nil: false,
        rows: [
          {
            full_name: 'Người Một',
            national_id: '024085000001',
            birth_year: 1985,
            facility: 'Trại giam mẫu',
            notice_date: '2026-01-20',
            release_basis: 'chap_hanh_xong',
            release_date: '2026-03-01',
            commune: '07210',
          },
        ],
      },
    ],
  })
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(bytes.buffer as ArrayBuffer)
  spoil(book)
  return new Uint8Array(await book.xlsx.writeBuffer())
}

/** The cell of a column in the first row of data, by its heading. */
function cellUnder(book: ExcelJS.Workbook, heading: string): ExcelJS.Cell {
  const sheet = book.getWorksheet('02.Thong bao')
  let found: ExcelJS.Cell | undefined
  sheet?.getRow(7).eachCell((cell, column) => {
    if (String(cell.value).startsWith(heading)) found = sheet.getCell(9, column)
  })
  if (found === undefined) throw new Error(`no column '${heading}'`)
  return found
}

/** Checks bytes under a name: the text for people, and the document. */
async function check(
  name: string,
  bytes: Uint8Array | string,
): Promise<{ readonly ran: Ran; readonly said: Checked }> {
  const path = join(place.site.inbox, '..', name)
  await writeFile(path, bytes)
  const options = ['--data', place.site.data]
  const ran = await hoanhap([...options, 'check', path])
  const json = await hoanhap([...options, '--json', 'check', path])
  expect([ran.err, json.err]).toEqual(['', ''])
  return { ran, said: JSON.parse(json.out) as Checked }
}

describe('check of a good file', () => {
  it('says what would be accepted', async () => {
    const { ran, said } = await check('tot.xlsx', await notices())
    expect(said).toEqual({
      outcome: 'accepted',
      sheets: [
        {
          form: 'release-notice',
          reporter: 'agency:cong-an-tinh',
          window: 'adm:2026-03',
          revision: 1,
          rowsRead: 1,
          rowsAccepted: 1,
        },
      ],
      rowsRead: 1,
      rowsAccepted: 1,
      problems: [],
    })
    expect(ran).toEqual({ code: 0, out: 'tot.xlsx: Đã tiếp nhận\n02.Thong bao: 1/1\n', err: '' })
  })

  it('stores nothing', async () => {
    const before = [...(await filesBelow(place.site.data)).keys()]
    await check('tot.xlsx', await notices())
    expect([...(await filesBelow(place.site.data)).keys()]).toEqual(before)
  })
})

/** Each names the file, the sheet and cell where there are any, what is wrong, and what to do. */
const cases: readonly (readonly [
  what: string,
  name: string,
  bytes: () => Promise<Uint8Array | string>,
  finds: {
    readonly outcome: string
    readonly code: string
    readonly sheet: string | null
    readonly cell: RegExp | null
    readonly says: RegExp
  },
])[] = [
  [
    'a picture',
    'anh.xlsx',
    async () => new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]),
    {
      outcome: 'rejected',
      code: 'unknown-file',
      sheet: null,
      cell: null,
      says: /không phải bảng tính .*Đề nghị gửi bộ biểu/,
    },
  ],
  [
    'no bytes at all',
    'rong.xlsx',
    async () => '',
    {
      outcome: 'rejected',
      code: 'empty-workbook',
      sheet: null,
      cell: null,
      says: /không có nội dung.*Đề nghị điền bộ biểu/,
    },
  ],
  [
    'an empty workbook',
    'trong.xlsx',
    async () => {
      const book = new ExcelJS.Workbook()
      book.addWorksheet('Sheet1')
      return new Uint8Array(await book.xlsx.writeBuffer())
    },
    {
      outcome: 'rejected',
      code: 'empty-workbook',
      sheet: null,
      cell: null,
      says: /không có nội dung.*Đề nghị điền bộ biểu/,
    },
  ],
  [
    'a form of another version',
    'phien ban.xlsx',
    () =>
      notices((book) => {
        const marker = book.getWorksheet('_hoanhap')
        if (marker !== undefined) marker.getCell('B3').value = 9
      }),
    {
      outcome: 'rejected',
      code: 'wrong-version',
      sheet: '02.Thong bao',
      cell: null,
      says: /phiên bản.*[Đđ]ề nghị/,
    },
  ],
  [
    'a commune that nobody knows',
    'xa la.xlsx',
    () =>
      notices((book) => {
        cellUnder(book, 'Xã, phường').value = 'Xuân Lươn'
      }),
    {
      outcome: 'rejected',
      code: 'unknown-commune',
      sheet: '02.Thong bao',
      cell: /^[A-Z]+9$/,
      says: /Xuân Lươn.*07246 xã Xuân Lương/,
    },
  ],
  [
    'text for a date',
    'ngay.xlsx',
    () =>
      notices((book) => {
        cellUnder(book, 'Ngày ra trại').value = 'đầu tháng ba'
      }),
    {
      outcome: 'rejected',
      code: 'not-a-date',
      sheet: '02.Thong bao',
      cell: /^[A-Z]+9$/,
      says: /đầu tháng ba.*ngày\/tháng\/năm/,
    },
  ],
]

describe('check of a file with a fault', () => {
  for (const [what, name, bytes, finds] of cases) {
    it(`${what}: ${finds.code}, said in Vietnamese with the place and the remedy`, async () => {
      const { ran, said } = await check(name, await bytes())
      const problem = said.problems.find(({ code }) => code === finds.code)
      if (problem === undefined)
        throw new Error(`found only ${said.problems.map(({ code }) => code).join(', ')}`)
      expect(said.outcome).toBe(finds.outcome)
      expect(problem).toMatchObject({ severity: 'error', sheet: finds.sheet })
      if (finds.cell === null) expect(problem.cell).toBeNull()
      else expect(problem.cell).toMatch(finds.cell)
      expect(problem.message).toMatch(finds.says)

      expect(ran.code).toBe(0)
      const [first] = ran.out.split('\n')
      expect(first).toBe(`${name}: Chưa tiếp nhận, đề nghị gửi lại`)
      const line = ran.out.split('\n').find((each) => each.includes(problem.message ?? '?'))
      expect(line).toMatch(/^✗ /)
      for (const part of [problem.sheet, problem.cell])
        if (part !== null) expect(line).toContain(part)
    })
  }

  it('a file of many gigabytes: too-large, and only as much of it is read as may be', async () => {
    const path = join(place.site.inbox, '..', 'lon.xlsx')
    const file = await open(path, 'w')
    await file.truncate(3 * 1024 ** 3)
    await file.close()
    const { code, out } = await hoanhap(['--data', place.site.data, '--json', 'check', path])
    expect(code).toBe(0)
    expect((JSON.parse(out) as Checked).problems.map((p) => p.code)).toEqual(['too-large'])
  })
})

describe('check of nothing', () => {
  it('is wrong usage', async () => {
    const path = join(place.site.data, 'nirgends.xlsx')
    const { code, out, err } = await hoanhap(['--data', place.site.data, 'check', path])
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain('nirgends.xlsx" does not exist')
    expect((await hoanhap(['check'])).code).toBe(2)
    expect(await hoanhap(['check', 'x.xlsx', '--on', '2026-02-30'])).toMatchObject({
      code: 2,
      err: expect.stringContaining("'2026-02-30' is no calendar date (YYYY-MM-DD)"),
    })
  })
})
