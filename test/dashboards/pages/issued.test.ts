import { describe, expect, it } from 'vitest'
import { type IssuedEntry, issuedList } from '#dashboards/pages/issued-list.ts'
import { issuedWindow } from '#dashboards/pages/issued-window.ts'
import { month } from '#test/support/bac-ninh-view.ts'
import { openTags, textOf } from '#test/support/markup.ts'

const [target] = month.targets

describe('the first page of what is issued', () => {
  const page = issuedWindow({
    edition: { ...month.edition, windowId: 'adm:2026-Q3', toDateId: 'adm:2026-Q3', state: 'final' },
    month: true,
    figures: [
      {
        title: 'Tỷ lệ <thử>',
        parameters: { of: 'all' },
        counted: 'người',
        measured: target?.measured ?? null,
        goal: target?.target ?? null,
        verdict: target?.verdict ?? null,
      },
      {
        ...{ title: 'Dư nợ', parameters: {}, counted: 'người vay', goal: null, verdict: null },
        measured: target?.measured ? { ...target.measured, numerator: 900, denominator: 3 } : null,
      },
      {
        ...{ title: 'Khác', parameters: {}, counted: 'người', goal: null, verdict: null },
        measured: null,
      },
    ],
    files: [{ path: 'extract/tinh.csv', title: 'Bộ số liệu (csv)' }],
  })
  const text = textOf(page)

  it('says as of what day, with what knowledge, how final', () => {
    expect(text).toContain(
      'Số liệu tính đến ngày 20/9/2026 (ghi nhận đến 23:59 ngày 20/9/2026), số liệu chính thức.',
    )
    expect(text).toContain('Quý III/2026')
  })

  it('tells each figure with its parameters and how it is covered; an amount is no share', () => {
    expect(text).toContain('1.731.902/2.604.118 người (66,5%)')
    expect(text).toContain('Tỷ lệ <thử> Tính trên tất cả người về cư trú')
    expect(text).toContain('900/3 người vay số liệu')
    expect(text).toContain('Khác Chưa có số liệu')
  })

  it('closes what it opens and links to what stands beside it', () => {
    expect(openTags(page)).toEqual([])
    expect(page).toContain('href="month.html"')
    expect(page).toContain('href="extract/tinh.csv"')
  })
})

it('the list of what was issued names number, day and signer, and what was corrected', () => {
  const entry: Omit<IssuedEntry, 'corrected' | 'isCorrection'> = {
    ...{ path: '/issued/p/adm:2026-09/1/index.html', windowId: 'adm:2026-09', number: '12/BC-CAT' },
    ...{ date: '2026-09-25', signer: 'Trần Văn Ký', businessDate: '2026-09-20' },
    ...{ knownUntil: '2026-09-20T16:59:59.999Z', figures: 'provisional' },
  }
  const page = issuedList([
    { ...entry, number: '15/BC-CAT', corrected: false, isCorrection: true },
    { ...entry, corrected: true, isCorrection: false },
  ])
  expect(openTags(page)).toEqual([])
  expect(textOf(page)).toContain(
    'Số 15/BC-CAT ngày 25/9/2026, người ký: Trần Văn Ký (bản đính chính, đang có hiệu lực)',
  )
  expect(textOf(page)).toContain('Trần Văn Ký (đã được đính chính)')
  expect(textOf(issuedList([]))).toContain('Chưa ban hành số liệu của kỳ nào.')
})
