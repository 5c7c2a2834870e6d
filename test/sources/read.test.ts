import { describe, expect, test } from 'vitest'
import { communication } from '#sources/forms/communication.ts'
import { preRelease } from '#sources/forms/pre-release.ts'
import { releaseNotice } from '#sources/forms/release-notice.ts'
import { reoffence } from '#sources/forms/reoffence.ts'
import { returneeRegister } from '#sources/forms/returnee-register.ts'
import { readingOf } from '#sources/read.ts'
import type { Book } from '#sources/readers/book.ts'
import type { Reading } from '#sources/submission.ts'
import { everybody, notice, officials, prepared, prosecuted, released } from './forms/rows.ts'
import { bookOf, context, coverSheet, formSheet, markerSheet, row } from './made-book.ts'

const fields = Object.keys(returneeRegister.columns)
const woman = {
  ...released,
  case_file_no: 'A-002',
  full_name: 'Người Hai',
  national_id: '024190000002',
  birth_year: 1990,
  sex: 'nu',
}

/** `severity code cell value`, problem by problem. */
function told({ problems }: Reading): string[] {
  return problems.map(({ severity, code, cell, value }) =>
    [severity === 'error' ? '!' : '?', code, cell ?? '·', value ?? '·'].join(' '),
  )
}

function register(rows: readonly object[], parts: Parameters<typeof formSheet>[0] = {}): Reading {
  return readingOf(bookOf(coverSheet(), formSheet({ ...parts, rows: rows as never })), context)
}

const agencyCover = (changes = {}) =>
  coverSheet({
    unit_code: 'cong-an-tinh',
    unit_name: 'Công an tỉnh',
    reporting_body: 'Công an tỉnh',
    ...changes,
  })

describe('a good workbook', () => {
  const reading = register([released, woman])

  test('is accepted whole', () => {
    expect(told(reading)).toEqual([])
    expect(reading.outcome).toBe('accepted')
    const { columns, rows, ...sheet } = reading.sheets[0] ?? expect.fail('no sheet was read')
    expect(sheet).toEqual({
      form: 'returnee-register',
      formVersion: 1,
      sheet: '01.Danh sach',
      reporter: 'police:07210',
      window: 'adm:2026-01',
      revision: 1,
      nil: false,
      dataTo: '2026-01-14',
      documentNo: null,
      documentDate: null,
      outcome: 'accepted',
      rowsRead: 2,
      rowsAccepted: 2,
    })
    expect(columns).toMatchObject({
      row_no: 'A',
      case_file_no: 'B',
      legal_need: 'AA',
      remark: 'AY',
    })
    expect(rows.map((each) => each.row)).toEqual([9, 10])
  })

  test('gives rows of stored values with the place and the person they are about', () => {
    const [first] = reading.sheets[0]?.rows ?? []
    expect(first?.unitId).toBe('07210@2025-07-01')
    expect(first?.values).toMatchObject({ ...released, moved_to: null, remark: null })
    expect(first?.identifiers).toEqual(['case:07210@2025-07-01:A-001', 'nid:024085000001'])
  })

  test('reads the same with its columns shuffled, under title rows, by aliases and codes', () => {
    const same = register([released, woman], {
      fields: [...fields.slice(20), ...fields.slice(0, 20).toReversed()],
      above: ['CÔNG AN TỈNH BẮC NINH', 'CÔNG AN PHƯỜNG BẮC GIANG', '', ''],
      headers: { full_name: 'HỌ VÀ TÊN', national_id: 'Số CCCD', sex: 'Gioi tinh (*)' },
    })
    expect(told(same)).toEqual([])
    expect(same.sheets[0]?.rows.map(({ values }) => values)).toEqual(
      reading.sheets[0]?.rows.map(({ values }) => values),
    )
    const cells = same.sheets[0]?.rows.map((each) => each.row)
    expect(cells).toEqual([13, 14])
  })

  test('reads choices by label without diacritics and by code', () => {
    const typed = register([
      {
        ...released,
        employment: 'CHUA CO VIEC LAM',
        entry_kind: 'ra_trai',
        group: 'chua xep loai',
      },
    ])
    expect(told(typed)).toEqual([])
    expect(typed.sheets[0]?.rows[0]?.values).toMatchObject({
      employment: 'chua_co',
      entry_kind: 'ra_trai',
      group: 'chua',
    })
  })

  test('is known by its headers when the sheet was renamed', () => {
    const renamed = register([released], { name: 'Danh sách tháng 1' })
    expect(renamed.sheets[0]).toMatchObject({
      form: 'returnee-register',
      sheet: 'Danh sách tháng 1',
      outcome: 'accepted',
    })
  })
})

describe('a bad cell withholds its row', () => {
  test('and the rest is accepted', () => {
    const reading = register([
      released,
      { ...woman, counselled_on: 'hôm qua', employment: 'lúc có lúc không' },
    ])
    expect(told(reading)).toEqual([
      '! not-a-date Z10 hôm qua',
      '! not-a-choice AK10 lúc có lúc không',
    ])
    expect(reading.outcome).toBe('partial')
    expect(reading.sheets[0]).toMatchObject({ outcome: 'partial', rowsRead: 2, rowsAccepted: 1 })
    expect(reading.sheets[0]?.rows.map((each) => each.row)).toEqual([9])
  })

  test('an empty required cell, and a rule between cells', () => {
    const reading = register([
      { ...released, sex: null },
      { ...woman, arrived_on: '2025-12-19' },
      { ...released, case_file_no: 'A-003', national_id: null, no_id_reason: 'chua_cap' },
    ])
    expect(told(reading)).toEqual(['! required H9 ·', '! date-order R10 19/12/2025'])
    expect(reading.problems[1]?.facts).toEqual({
      other: 'Ngày ra trại (được tha, được đặc xá)',
      otherField: 'release_date',
      otherCell: 'K10',
      otherValue: '2025-12-20',
    })
  })

  test('when no row is left nothing was accepted', () => {
    const reading = register([{ ...released, sex: 'khác' }])
    expect(reading.outcome).toBe('rejected')
    expect(reading.sheets[0]).toMatchObject({
      outcome: 'rejected',
      rowsRead: 1,
      rowsAccepted: 0,
      rows: [],
    })
  })

  test('a warning withholds nothing', () => {
    const reading = register([{ ...released, national_id: 24085000001, moved_to: 'xã Không Có' }])
    expect(told(reading)).toEqual([
      '? zero-padded D9 24085000001',
      '? unknown-commune AX9 xã Không Có',
    ])
    expect(reading.outcome).toBe('accepted')
    expect(reading.sheets[0]?.rows[0]?.identifiers).toContain('nid:024085000001')
  })

  test('an unknown commune comes with the nearest names', () => {
    const sheets = [
      agencyCover(),
      formSheet({ form: releaseNotice, rows: [{ ...notice, commune: 'Bắc Gian' }] }),
    ]
    const [problem] = readingOf(bookOf(...sheets), context).problems
    expect(problem).toMatchObject({
      code: 'unknown-commune',
      cell: 'K9',
      field: 'commune',
      value: 'Bắc Gian',
    })
    expect(problem?.facts['nearest']).toContain('07210 phường Bắc Giang')
  })

  test('a commune code that arrives as a number has its zero back', () => {
    const sheets = [
      agencyCover(),
      formSheet({ form: releaseNotice, rows: [{ ...notice, commune: 7210 }] }),
    ]
    const reading = readingOf(bookOf(...sheets), context)
    expect(told(reading)).toEqual(['? zero-padded K9 7210'])
    expect(reading.sheets[0]?.rows[0]).toMatchObject({ unitId: '07210@2025-07-01' })
  })

  test('thousands are not guessed', () => {
    const sheet = formSheet({
      form: communication,
      rows: [{ ...everybody, adults_total: '40.000' }],
    })
    const cover = coverSheet({
      reporting_body: 'UBND cấp xã',
      window: 'Quý I/2026',
      data_to: { day: '2026-01-14' },
    })
    const reading = readingOf(bookOf(cover, sheet), context)
    expect(told(reading)).toContain('! ambiguous-number C9 40.000')
    expect(reading.outcome).toBe('rejected')
  })
})

describe('personal values', () => {
  test('are marked where the column is of the vault, and where a name or number slipped', () => {
    const reading = register([
      { ...released, national_id: '123', sex: 'Nguyễn Văn A', remark: 'xem 024190000002' },
    ])
    const marks = reading.problems.map(({ code, personal }) => [code, personal])
    expect(marks).toEqual([
      ['not-an-id', true],
      ['not-a-choice', true],
      ['id-in-free-text', true],
    ])
    expect(register([{ ...released, sex: 'lạ' }]).problems[0]?.personal).toBe(false)
  })

  test('data under a renamed header of a column that may be absent is told, and lost not in silence', () => {
    const rows = [{ ...released, remark: 'xem lại' }, woman]
    const reading = register(rows, { headers: { remark: 'Lưu ý' } })
    expect(told(reading)).toEqual(['? column-unknown AY7 ·'])
    expect(reading.problems[0]?.facts).toEqual({ title: 'Lưu ý', absent: ['Ghi chú'] })
    expect(reading.outcome).toBe('accepted')
    expect(told(register(rows, { headers: { remark: '' } }))).toEqual(['? column-unknown AY7 ·'])
    expect(told(register([released], { headers: { remark: 'Lưu ý' } }))).toEqual([])
    expect(told(register(rows, { headers: { row_no: 'Thứ tự' } }))).toEqual([])
  })

  test('a name of the list in the remarks is a warning', () => {
    const reading = register([released, { ...woman, remark: 'ở cùng người một' }])
    expect(told(reading)).toEqual(['? id-in-free-text AY10 ở cùng người một'])
    expect(reading.outcome).toBe('accepted')
  })

  test('an identifier in a column that leaves the vault withholds the row', () => {
    const sheet = formSheet({
      form: releaseNotice,
      rows: [notice, { ...notice, national_id: null, facility: 'Trại giam 024085000001' }],
    })
    const reading = readingOf(bookOf(agencyCover(), sheet), context)
    expect(told(reading)).toEqual(['! id-in-free-text E10 Trại giam 024085000001'])
    expect(reading.outcome).toBe('partial')
  })
})

describe('a bad sheet is rejected whole', () => {
  test.each(['case_file_no', 'counselled_on', 'left_reason'])('without %s', (missing) => {
    const reading = register([released], { fields: fields.filter((field) => field !== missing) })
    expect(reading.problems).toMatchObject([{ code: 'column-missing', field: missing, cell: null }])
    expect(reading.outcome).toBe('rejected')
    expect(reading.sheets[0]).toMatchObject({ rowsRead: 1, rowsAccepted: 0 })
  })

  test('not for want of remarks', () => {
    const without = [
      'row_no',
      'extra_penalty',
      'notice_date',
      'absent_since',
      'admin_violation',
      'remark',
    ]
    const reading = register([released], {
      fields: fields.filter((field) => !without.includes(field)),
    })
    expect(reading.outcome).toBe('accepted')
  })

  test('with a header near to the one missing', () => {
    const reading = register([released], { headers: { employment: 'Tình trạng việc lam hiện' } })
    expect(reading.problems[0]?.facts).toMatchObject({
      header: 'Tình trạng việc làm',
      nearest: ['Tình trạng việc lam hiện'],
    })
  })

  test('with a header twice', () => {
    const reading = register([released], { fields: [...fields, 'sex'] })
    expect(told(reading)).toEqual(['! column-twice AZ7 ·'])
    expect(reading.problems[0]?.facts['cells']).toEqual(['H7', 'AZ7'])
    expect(reading.outcome).toBe('rejected')
  })

  test('without any header row', () => {
    const sheet = { name: '01.Danh sach', hidden: false, rows: [row(1, ['A-001', 'Người Một'])] }
    const reading = readingOf(bookOf(coverSheet(), sheet), context)
    expect(told(reading)).toEqual(['! column-missing · ·'])
    expect(reading.problems[0]?.facts['headers']).toContain('Số hồ sơ quản lý')
  })

  test('with one person twice, by key or by table check', () => {
    const byKey = register([released, { ...woman, case_file_no: 'A-001' }])
    expect(told(byKey)).toEqual(['! row-twice B10 A-001'])
    expect(byKey.problems[0]?.facts).toEqual({ otherCell: 'B9' })
    const byId = register([released, { ...released, case_file_no: 'A-009' }])
    expect(told(byId)).toEqual(['! row-twice D10 024085000001'])
    expect([byKey.outcome, byId.outcome]).toEqual(['rejected', 'rejected'])
  })

  test('of another version, though a row of it would be good', () => {
    const marker = markerSheet([['returnee-register', 2, '01.Danh sach']])
    const reading = readingOf(
      bookOf(coverSheet(), formSheet({ rows: [released] }), marker),
      context,
    )
    expect(told(reading)).toEqual(['! wrong-version · ·'])
    expect(reading.problems[0]?.facts).toMatchObject({ version: 2, expected: 1 })
    expect(reading.sheets[0]).toMatchObject({ formVersion: 2, outcome: 'rejected', rowsRead: 1 })
  })

  test('that the reporter does not owe', () => {
    const cover = coverSheet({ reporting_body: 'UBND cấp xã', unit_name: 'UBND phường Bắc Giang' })
    const reading = readingOf(bookOf(cover, formSheet({ rows: [released] })), context)
    expect(told(reading)).toEqual(['! not-owed · ·'])
  })

  test('that is not of a window so long', () => {
    const cover = coverSheet({
      window: 'Quý I/2026',
      document_no: '1/BC',
      document_date: '14/1/2026',
      signer_name: 'X',
      signer_title: 'Trưởng Công an',
    })
    const reading = readingOf(bookOf(cover, formSheet({ rows: [released] })), context)
    expect(told(reading)).toEqual(['? data-to-early B9 14/1/2026', '! not-owed · ·'])
    expect(reading.problems[1]?.facts['every']).toBe('month')
  })

  test('that stands twice in the file with rows', () => {
    const copy = formSheet({ rows: [woman], name: 'Danh sach (2)' })
    const reading = readingOf(bookOf(coverSheet(), formSheet({ rows: [released] }), copy), context)
    expect(told(reading)).toEqual(['! no-known-form · ·'])
    expect(reading.sheets).toHaveLength(1)
    const empty = formSheet({ name: 'Danh sach (2)' })
    expect(
      readingOf(bookOf(coverSheet(), formSheet({ rows: [released] }), empty), context).outcome,
    ).toBe('accepted')
  })

  test('whose dates are typed month first, unless another proves a slip', () => {
    const american = register([{ ...released, counselled_on: '12/25/2025', legal_on: '12/1/2026' }])
    expect(told(american)).toEqual(['! not-a-date · ·', '! not-a-date Z9 12/25/2025'])
    expect(american.outcome).toBe('rejected')
    const slip = register([
      { ...released, counselled_on: '12/25/2025' },
      { ...woman, counselled_on: '25/12/2025', legal_on: '1/5/2025', papers_on: '5/1/2026' },
    ])
    expect(told(slip)[0]).toBe('? not-a-date · ·')
  })

  test('the other sheets of the file stand', () => {
    const sheets = [
      agencyCover(),
      formSheet({ form: releaseNotice, rows: [notice] }),
      formSheet({ form: reoffence }),
    ]
    const reading = readingOf(bookOf(...sheets), context)
    expect(reading.sheets.map(({ form, outcome }) => [form, outcome])).toEqual([
      ['release-notice', 'accepted'],
      ['reoffence', 'rejected'],
    ])
    expect(reading.outcome).toBe('partial')
  })
})

describe('nothing to report', () => {
  test('ticked and no rows: accepted with nought rows', () => {
    const reading = register([], { tick: '☑' })
    expect(told(reading)).toEqual([])
    expect(reading.sheets[0]).toMatchObject({
      outcome: 'accepted',
      nil: true,
      rowsRead: 0,
      rowsAccepted: 0,
    })
  })

  test('neither: the question is asked', () => {
    const reading = register([])
    expect(told(reading)).toEqual(['! nothing-and-not-ticked A4 ·'])
    expect(reading.outcome).toBe('rejected')
  })

  test('both: not accepted, and the rows are checked all the same', () => {
    const reading = register([{ ...released, sex: 'lạ' }], { tick: '☑' })
    expect(told(reading)).toEqual(['! ticked-with-rows A4 ·', '! not-a-choice H9 lạ'])
    expect(reading.outcome).toBe('rejected')
  })
})

describe('the cover', () => {
  const withCover = (changes: Parameters<typeof coverSheet>[0], receivedOn = context.receivedOn) =>
    readingOf(bookOf(coverSheet(changes), formSheet({ rows: [released] })), {
      ...context,
      receivedOn,
    })

  test.each<readonly [string, Parameters<typeof coverSheet>[0], readonly string[]]>([
    ['without the sending’s number', { revision_no: null }, ['! cover-field-missing B11 ·']],
    ['without who prepared it', { prepared_by: null }, ['! cover-field-missing B17 ·']],
    ['of an unknown unit', { unit_code: '99999' }, ['! unknown-unit B4 99999']],
    [
      'with a neighbour’s name',
      { unit_name: 'Công an xã Xuân Lương' },
      ['! unknown-unit B5 Công an xã Xuân Lương'],
    ],
    [
      'of a commune that does not report',
      { unit_code: '07264', unit_name: 'Công an xã Tam Tiến' },
      ['! unknown-reporter B4 07264'],
    ],
    [
      'of an unknown agency',
      { unit_code: 'so-y-te', reporting_body: 'Sở, ban, ngành' },
      ['! unknown-reporter B4 so-y-te'],
    ],
    ['of another plan', { plan_ref: '1195/KH-UBND' }, ['! wrong-plan B7 1195/KH-UBND']],
    [
      'of a window nobody knows',
      { window: 'tháng mười ba' },
      ['! unknown-window B8 tháng mười ba'],
    ],
    [
      'of a window with other days',
      { window: 'Tháng 1/2026 (1/1–31/1/2026)' },
      ['! unknown-window B8 Tháng 1/2026 (1/1–31/1/2026)'],
    ],
    ['with a day that is none', { data_to: 'cuối kỳ' }, ['! not-a-date B9 cuối kỳ']],
    [
      'with data from outside the window',
      { data_to: '14/12/2025' },
      ['! data-to-outside-window B9 14/12/2025'],
    ],
    [
      'with data from tomorrow',
      { data_to: '16/1/2026' },
      ['! data-to-outside-window B9 16/1/2026'],
    ],
    ['with an unknown body', { reporting_body: 'Hội đồng' }, ['! not-a-choice B6 Hội đồng']],
  ])('%s: nothing is accepted', (_, changes, expected) => {
    const reading = withCover(changes)
    expect(told(reading)).toEqual(expected)
    expect(reading.outcome).toBe('rejected')
    expect(reading.sheets[0]).toMatchObject({
      outcome: 'rejected',
      rowsRead: 1,
      rowsAccepted: 0,
      rows: [],
    })
  })

  test.each<readonly [string, Parameters<typeof coverSheet>[0], readonly string[]]>([
    ['early', { data_to: '10/1/2026' }, ['? data-to-early B9 10/1/2026']],
    ['with a code that lost its zero', { unit_code: 7210 }, ['? zero-padded B4 7210']],
    [
      'a replacement without a reason',
      { submission_kind: 'thay_the', revision_no: 2 },
      ['? required-when B12 ·'],
    ],
    [
      'with a paper nobody signed',
      { document_no: '12/BC', document_date: '14/1/2026', signer_title: 'Trưởng' },
      ['? required-when B15 ·'],
    ],
    [
      'with a paper of no day',
      { document_no: '12/BC', document_date: 'hôm nay', signer_name: 'X', signer_title: 'Trưởng' },
      ['? not-a-date B14 hôm nay'],
    ],
    ['with the plan in full', { plan_ref: 'Kế hoạch số 195/KH-UBND ngày 22/5/2026' }, []],
    ['with the window’s id', { window: 'adm:2026-01' }, []],
    ['with the unit’s short name', { unit_name: 'CAP Bắc Giang' }, []],
  ])('%s: accepted', (_, changes, expected) => {
    const reading = withCover(changes)
    expect(told(reading).filter((line, index, all) => all.indexOf(line) === index)).toEqual(
      expected,
    )
    expect(reading.outcome).toBe('accepted')
  })

  test('tells what else is wrong in the rows, when it is known who reports', () => {
    const sheet = formSheet({ rows: [{ ...released, sex: 'lạ' }] })
    const reading = readingOf(bookOf(coverSheet({ prepared_by: null }), sheet), context)
    expect(told(reading)).toEqual(['! cover-field-missing B17 ·', '! not-a-choice H9 lạ'])
  })

  test('of a quarter asks for the paper', () => {
    const sheet = formSheet({ form: communication, rows: [officials] })
    const cover = coverSheet({
      unit_code: 'so-tu-phap',
      unit_name: 'Sở Tư pháp',
      reporting_body: 'Sở, ban, ngành',
      window: 'Quý I/2026',
      data_to: '14/3/2026',
    })
    const reading = readingOf(bookOf(cover, sheet), { ...context, receivedOn: '2026-03-16' })
    expect(told(reading)).toEqual(['? required-when B13 ·'])
    expect(reading.sheets[0]?.rows[0]).toMatchObject({ unitId: '24@2025-07-01', identifiers: [] })
  })

  test('of a facility', () => {
    const sheet = formSheet({ form: preRelease, rows: [prepared] })
    const cover = coverSheet({
      unit_code: 'trai-tam-giam',
      unit_name: 'Trại tạm giam',
      reporting_body: 'Cơ sở giam giữ',
    })
    const reading = readingOf(bookOf(cover, sheet), context)
    expect(told(reading)).toEqual([])
    expect(reading.sheets[0]).toMatchObject({
      reporter: 'facility:trai-tam-giam',
      outcome: 'accepted',
    })
  })

  test.each(['Mật', 'mat', 'Tối mật', 'TUYỆT MẬT'])(
    'that says %s refuses the file and keeps nothing',
    (secrecy) => {
      const reading = withCover({ secrecy })
      expect(told(reading)).toEqual(['! secret · ·'])
      expect(reading.sheets).toEqual([])
    },
  )

  test('handed out to a neighbour is told of', () => {
    const marker = markerSheet([['returnee-register', 1, '01.Danh sach']], {
      reporter: 'police:07246',
    })
    const reading = readingOf(
      bookOf(coverSheet(), formSheet({ rows: [released] }), marker),
      context,
    )
    expect(told(reading)).toEqual(['? unknown-reporter B4 07210'])
    expect(reading.outcome).toBe('accepted')
  })
})

describe('a file that is no report', () => {
  const empty = { name: 'Sheet1', hidden: false, rows: [] }
  const notes = { name: 'Ghi chú', hidden: false, rows: [row(1, ['việc cần làm'])] }

  test.each<readonly [string, Book, readonly string[]]>([
    ['empty', bookOf(empty), ['! empty-workbook · ·']],
    ['without a form', bookOf(coverSheet(), notes), ['! no-known-form · ·']],
    ['without a cover', bookOf(formSheet({ rows: [released] })), ['! cover-missing · ·']],
    [
      'of another layout',
      bookOf(coverSheet(), formSheet({ rows: [released] }), markerSheet([], { layoutVersion: 9 })),
      ['! wrong-version · ·'],
    ],
  ])('%s', (_, book, expected) => {
    const reading = readingOf(book, context)
    expect(told(reading)).toEqual(expected)
    expect(reading.outcome).toBe('rejected')
  })

  test('a sheet of notes beside a form is told of and harms nothing', () => {
    const reading = readingOf(
      bookOf(coverSheet(), formSheet({ rows: [released] }), notes, empty),
      context,
    )
    expect(told(reading)).toEqual(['? no-known-form · ·'])
    expect(reading.outcome).toBe('accepted')
  })

  test('a workbook filled in nowhere asks on every sheet', () => {
    const reading = readingOf(
      bookOf(agencyCover(), formSheet({ form: releaseNotice }), formSheet({ form: reoffence })),
      context,
    )
    expect(told(reading)).toEqual([
      '! nothing-and-not-ticked A4 ·',
      '! nothing-and-not-ticked A4 ·',
    ])
    expect(reading.outcome).toBe('rejected')
  })

  test('garbage in every cell ends before it fills the memory', () => {
    const junk = Object.fromEntries(fields.map((field) => [field, '#']))
    const reading = register(Array.from({ length: 400 }, () => junk))
    expect(reading.problems[0]?.code).toBe('too-many-rows')
    expect(reading.problems.length).toBeLessThan(5_100)
    expect(reading.outcome).toBe('rejected')
  })
})

describe('rows of an agency', () => {
  test('belong to the commune that they name', () => {
    const sheet = formSheet({ form: reoffence, rows: [prosecuted] })
    const reading = readingOf(bookOf(agencyCover(), sheet), context)
    expect(told(reading)).toEqual([])
    expect(reading.sheets[0]?.rows[0]).toMatchObject({
      unitId: '07246@2025-07-01',
      identifiers: ['nid:024084000009'],
    })
  })
})
