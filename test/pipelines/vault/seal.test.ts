import { describe, expect, test } from 'vitest'
import { sealProblem, sealRow } from '#pipelines/vault/seal.ts'
import { sealReading } from '#pipelines/vault/seal-reading.ts'
import { formById } from '#sources/forms/index.ts'
import type { Problem } from '#sources/problem.ts'
import type { Reading, SheetReading } from '#sources/submission.ts'

const key = { secret: Buffer.alloc(32, 7), id: '1a2b3c4d' }
const form = formById('release-notice')
if (form === undefined) throw new Error('the form release-notice is gone')
const sha256 = 'cd'.repeat(32)
const file = {
  sha256,
  reader: 1,
  reference: '0011aabb',
  keyId: key.id,
  receivedOn: '2026-02-16',
} as const

const problem = (over: Partial<Problem>): Problem => ({
  code: 'not-a-choice',
  severity: 'error',
  sheet: form.sheet,
  cell: 'F9',
  field: 'outcome',
  value: null,
  personal: false,
  facts: { choices: ['Đúng địa chỉ'] },
  ...over,
})

const sheet = (over: Partial<SheetReading>): SheetReading => ({
  form: form.id,
  formVersion: 1,
  sheet: form.sheet,
  reporter: 'agency:cong-an-tinh',
  window: 'adm:2026-02',
  revision: 1,
  nil: false,
  dataTo: '2026-02-14',
  documentNo: null,
  documentDate: null,
  outcome: 'accepted',
  rowsRead: 1,
  rowsAccepted: 1,
  columns: { full_name: 'B' },
  rows: [],
  ...over,
})

describe('a sealed row', () => {
  const row = sealRow(
    {
      row: 9,
      unitId: '07210@2025-07-01',
      values: {
        full_name: 'Nguyễn Văn Kín',
        national_id: '024085000001',
        old_id: null,
        birth_year: 1985,
        facility: 'Trại tạm giam',
        notice_no: '77/TB-TTG',
        release_date: '2026-02-01',
        invented: 'Nguyễn Văn Kín',
      },
      identifiers: ['nid:024085000001'],
    },
    form,
    key,
  )

  test('keeps person and unit fields and nothing else', () => {
    expect(row.values).toMatchObject({
      birth_year: 1985,
      facility: 'Trại tạm giam',
      release_date: '2026-02-01',
    })
    for (const field of ['full_name', 'national_id', 'old_id', 'notice_no', 'invented']) {
      expect(row.values).not.toHaveProperty(field)
    }
    expect(JSON.stringify(row)).not.toMatch(/Kín|024085000001|77\/TB/)
  })

  test('names the person by pseudonyms that keep their kind', () => {
    expect(row.ids).toHaveLength(1)
    expect(row.ids[0]).toMatch(/^nid:1a2b3c4d-[A-Z2-7]{26}$/)
  })
})

describe('a sealed problem', () => {
  test('of a personal field shows kind and length and loses its facts', () => {
    const sealed = sealProblem(problem({ value: '02408500000', personal: true }), form)
    expect(sealed).toMatchObject({ value: '‹11 chữ số›', facts: {} })
  })

  test('of a row pasted one column further does not show the name', () => {
    const sealed = sealProblem(problem({ value: 'Nguyễn Văn Kín' }), form)
    expect(sealed).toMatchObject({ value: '‹14 ký tự›', facts: { choices: ['Đúng địa chỉ'] } })
  })

  test.each(['31/2/2026', '1.234,5', '12'])('keeps the date or number %s', (value) => {
    expect(sealProblem(problem({ value }), form).value).toBe(value)
  })

  test.each(['024085000001', '125 000 013', '0912.345.678'])('masks the digits %s', (value) => {
    expect(sealProblem(problem({ value }), form).value).toMatch(/^‹.*›$/)
  })
})

describe('a sealed reading', () => {
  const cover = problem({
    sheet: '00.Thong tin',
    cell: 'B7',
    code: 'data-to-early',
    severity: 'warning',
  })
  const reading: Reading = {
    outcome: 'partial',
    sheets: [sheet({}), sheet({ form: 'reoffence', sheet: '03.Toi moi', outcome: 'rejected' })],
    problems: [cover, problem({ cell: 'F9' }), problem({ sheet: '03.Toi moi', cell: 'A7' })],
  }

  test('is one submission per form, each with its own problems and those of the file', () => {
    const [notice, reoffence] = sealReading(reading, file, key).map(({ header }) => header)
    expect(notice).toMatchObject({ submissionId: `${sha256}/release-notice`, position: 0 })
    expect(reoffence).toMatchObject({ submissionId: `${sha256}/reoffence`, position: 1 })
    expect(notice?.problems.map((p) => p.cell)).toEqual(['F9'])
    expect(reoffence?.problems.map((p) => p.cell)).toEqual(['A7'])
    expect(notice?.fileProblems.map((p) => p.cell)).toEqual(['B7'])
    expect(reoffence?.fileProblems).toEqual(notice?.fileProblems)
  })

  test('of a file without a form still leaves its problems', () => {
    const none: Reading = {
      outcome: 'rejected',
      sheets: [],
      problems: [problem({ sheet: null, code: 'password' })],
    }
    const [only, ...more] = sealReading(none, file, key)
    expect(more).toEqual([])
    expect(only?.header).toMatchObject({
      submissionId: `${sha256}/-`,
      form: '-',
      outcome: 'rejected',
      rowsAccepted: 0,
    })
    expect(only?.header.fileProblems.map((p) => p.code)).toEqual(['password'])
  })

  test('empties the forms that an earlier reading had found', () => {
    const sealed = sealReading(reading, file, key, [
      { form: 'exemplar', formVersion: 1 },
      { form: 'reoffence', formVersion: 1 },
    ])
    expect(sealed.map(({ header }) => [header.form, header.rowsAccepted])).toEqual([
      ['release-notice', 1],
      ['reoffence', 1],
      ['exemplar', 0],
    ])
  })
})
