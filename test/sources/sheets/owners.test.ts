import { describe, expect, test } from 'vitest'
import { jobsAndTraining } from '#sources/forms/jobs-and-training.ts'
import { type ReadContext, readingOf } from '#sources/read.ts'
import { messageOf } from '#sources/words.ts'
import { placed, trained } from '../forms/rows.ts'
import { bookOf, context, coverSheet, formSheet, reporters } from '../made-book.ts'

const agency = (slug: string, name: string) =>
  ({
    id: `agency:${slug}`,
    kind: 'agency',
    name,
    unitId: '24@2025-07-01',
    standing: 'obliged',
  }) as const

const known: ReadContext = {
  ...context,
  receivedOn: '2026-03-16',
  reporters: [
    ...reporters,
    agency('so-noi-vu', 'Sở Nội vụ'),
    agency('so-giao-duc-dao-tao', 'Sở Giáo dục và Đào tạo'),
    agency('so-lao-dong-thuong-binh-xa-hoi', 'Sở Lao động, Thương binh và Xã hội'),
  ],
}

function read(slug: string, rows: readonly object[], parts: Parameters<typeof formSheet>[0] = {}) {
  const cover = coverSheet({
    unit_code: slug,
    unit_name: 'Sở',
    reporting_body: 'Sở, ban, ngành',
    window: 'Quý I/2026',
    data_to: { day: '2026-03-14' },
    document_no: '1/BC',
    document_date: '14/3/2026',
    signer_name: 'X',
    signer_title: 'Giám đốc',
  })
  const sheet = formSheet({ ...parts, form: jobsAndTraining, rows: rows as never })
  const reading = readingOf(bookOf(cover, sheet), known)
  return {
    ...reading,
    told: reading.problems
      .filter(({ sheet: name }) => name === jobsAndTraining.sheet)
      .map(({ severity, code, cell }) => `${severity} ${code} ${cell ?? '·'}`),
  }
}

describe('a sheet that two agencies send', () => {
  test('asks each for its own columns only', () => {
    for (const [slug, row] of [
      ['so-noi-vu', placed],
      ['so-giao-duc-dao-tao', trained],
    ] as const) {
      const { told, sheets } = read(slug, [row])
      expect(told).toEqual([])
      expect(sheets[0]).toMatchObject({ rowsAccepted: 1, rows: [{ unitId: '07210@2025-07-01' }] })
      expect(sheets[0]?.rows[0]?.values).toMatchObject(row)
    }
  })

  test('asks an owner for what it left out', () => {
    const { told } = read('so-noi-vu', [{ ...placed, advised: null }])
    expect(told).toEqual(['error required D9'])
  })

  test('asks the agency that had both for both', () => {
    const { told, sheets } = read('so-lao-dong-thuong-binh-xa-hoi', [{ ...placed, ...trained }])
    expect(told).toEqual([])
    expect(sheets[0]?.rows[0]?.values).toMatchObject({ ...placed, ...trained })
    expect(read('so-lao-dong-thuong-binh-xa-hoi', [placed]).told).toEqual([
      'error required I9',
      'error required J9',
    ])
  })

  test('never uses what one writes into the columns of another, good or bad', () => {
    const { told, sheets, problems } = read('so-giao-duc-dao-tao', [
      { ...trained, advised: 7, placed: 'nhiều' },
    ])
    expect(told).toEqual(['warning other-owner D9', 'warning other-owner G9'])
    expect(sheets[0]?.rows[0]?.values).toMatchObject({ ...trained, advised: null, placed: null })
    expect(messageOf(problems.find(({ cell }) => cell === 'D9') ?? expect.fail())).toBe(
      'Trang “10.Viec lam, hoc nghe”, ô D9, cột “Số người được tư vấn việc làm, nghề nghiệp”: cột này do Sở Nội vụ báo cáo; nội dung đã ghi không được sử dụng. Đề nghị để trống.',
    )
  })

  test('may come without the columns of the other, and not without its own', () => {
    const own = ['area', 'population', 'training_need', 'enrolled', 'certified', 'fee_supported']
    expect(read('so-giao-duc-dao-tao', [trained], { fields: own }).told).toEqual([])
    expect(read('so-noi-vu', [placed], { fields: own }).told[0]).toBe('error column-missing ·')
  })
})
