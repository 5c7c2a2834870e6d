import { describe, expect, test } from 'vitest'
import { communication } from '#sources/forms/communication.ts'
import type { Form } from '#sources/forms/form.ts'
import { narrative } from '#sources/forms/narrative.ts'
import { preRelease } from '#sources/forms/pre-release.ts'
import { releaseNotice } from '#sources/forms/release-notice.ts'
import { returneeRegister } from '#sources/forms/returnee-register.ts'
import { supportModel } from '#sources/forms/support-model.ts'
import { tally } from '#sources/forms/tally.ts'
import { tallyItems } from '#sources/forms/tally-items.ts'
import { taskProgress } from '#sources/forms/task-progress.ts'
import type { Value } from '#sources/submission.ts'
import { window } from '#sources/vocabulary/window.ts'
import { carriedRows, nextYearOf } from '#sources/workbooks/carry.ts'

type Values = Readonly<Record<string, Value>>

const sameYear = { from: '2025-12-15', isNew: false } as const
const newYear = { from: '2026-12-15', isNew: true } as const

const line = (values: Values, withheld = false) => ({ row: 9, withheld, values })
const named = (rows: readonly { readonly values: Values }[]) =>
  rows.map(({ values }) => values['full_name'])

describe('the year of a workbook', () => {
  test.each([
    ['adm:2026-10', 'adm:2026-09', { from: '2025-12-15', isNew: false }],
    ['adm:2026-01', 'adm:2025-12', { from: '2025-12-15', isNew: true }],
    ['adm:2027-Q1', 'adm:2026-Q3', { from: '2026-12-15', isNew: true }],
    ['pol:2025-12', 'pol:2025-11', { from: '2025-11-15', isNew: true }],
    ['adm:2026-09', 'adm:2026-09', null],
  ])('%s after %s', (next, last, expected) => {
    expect(nextYearOf(window(next), window(last))).toEqual(expected)
  })
})

describe('the register', () => {
  const people = [
    line({ full_name: 'Người Một', left_on: null, admin_violation: 'co' }),
    line({ full_name: 'Người Hai', left_on: '2026-12-14' }),
    line({ full_name: 'Người Ba', left_on: '2026-12-15' }),
    line({ full_name: 'Người Tư', left_on: '31/2/2026' }, true),
    line({ full_name: 'Người Năm', left_on: 46_000 }, true),
  ]

  test('of one year runs on with everyone, also with those who left', () => {
    expect(named(carriedRows(returneeRegister, people, sameYear))).toEqual(
      ['Một', 'Hai', 'Ba', 'Tư', 'Năm'].map((name) => `Người ${name}`),
    )
  })

  test('of a new year begins without those who had left before it, and loses nobody whose day cannot be read', () => {
    expect(named(carriedRows(returneeRegister, people, newYear))).toEqual(
      ['Một', 'Ba', 'Tư', 'Năm'].map((name) => `Người ${name}`),
    )
  })

  test('asks anew for what happened in the window', () => {
    const [row] = carriedRows(returneeRegister, people, sameYear)
    expect(row?.values).not.toHaveProperty('admin_violation')
    expect(row?.values).toMatchObject({ full_name: 'Người Một', left_on: null })
  })

  test('marks a row that was withheld at its first cell', () => {
    const rows = carriedRows(returneeRegister, people, sameYear)
    expect(rows.map(({ withheld }) => withheld)).toEqual([false, false, false, true, true])
    expect(Object.keys(rows[3]?.notes ?? {})).toEqual(['case_file_no'])
    expect(rows[3]?.notes['case_file_no']).toMatch(/chưa được tiếp nhận.*Đề nghị/)
    expect(rows[0]?.notes).toEqual({})
  })

  test('that is sent anew for its own window stands as it was', () => {
    const rows = carriedRows(returneeRegister, people, null)
    expect(rows.map(({ values }) => values)).toEqual(people.map(({ values }) => values))
  })
})

describe('counts', () => {
  const model = line({ model_code: 'MH-1', members: 12, helping_now: 4, helped_ytd: 1234 })

  test('of a running total are told beside the empty cell, within the year', () => {
    const [row] = carriedRows(supportModel, [model], sameYear)
    expect(row?.values).toMatchObject({ model_code: 'MH-1', members: 12 })
    expect(row?.values).not.toHaveProperty('helped_ytd')
    expect(row?.notes).toEqual({ helping_now: 'Kỳ trước: 4.', helped_ytd: 'Kỳ trước: 1.234.' })
    expect(carriedRows(supportModel, [model], newYear)[0]?.notes).toEqual({})
  })

  test.each<[Form, readonly string[]]>([
    [preRelease, ['facility']],
    [communication, ['officials_total', 'adults_total', 'reach_method']],
  ])('of %s are asked anew but for the frame', (form, kept) => {
    const values = Object.fromEntries(Object.keys(form.columns).map((field) => [field, 7]))
    const [row] = carriedRows(form, [line(values)], sameYear)
    expect(Object.keys(row?.values ?? {})).toEqual(kept)
  })
})

test('each month’s list of notices begins empty, so that no notice is counted twice', () => {
  expect(carriedRows(releaseNotice, [line({ full_name: 'Người Một' })], sameYear)).toEqual([])
})

describe('a sheet with rows that stand beforehand', () => {
  test('keeps all of them in their order, each with what it carries, and what was added below', () => {
    const rows = carriedRows(
      tally,
      [line({ item: 'moved_in', count: 3, cumulative: 5, note: 'x' }), line({ item: '99' }, true)],
      sameYear,
    )
    expect(rows.map(({ values }) => values['item'])).toEqual([...Object.keys(tallyItems), '99'])
    const moved = rows.find(({ values }) => values['item'] === 'moved_in')
    expect(moved?.values).toMatchObject({ label: 'Số người chuyển đến', measure: 'người' })
    expect(moved?.values).not.toHaveProperty('note')
    expect(moved?.notes).toEqual({ cumulative: 'Kỳ trước: 5.' })
  })

  test('knows them by their labels in a row that was withheld', () => {
    const typed = line({ item: tallyItems.moved_in.number, count: 'ba' }, true)
    const rows = carriedRows(tally, [typed], null)
    expect(rows).toHaveLength(Object.keys(tallyItems).length)
    expect(rows[5]?.values).toMatchObject({ item: 'moved_in', count: 'ba' })
  })

  test('begins with the plan’s tasks where the plan gives them', () => {
    const tasks = [{ clause: 'III.1', task: 'Tuyên truyền', deadline: 'thường xuyên' }]
    const rows = carriedRows(taskProgress, [], sameYear, tasks)
    expect(rows.map(({ values }) => values)).toEqual(tasks)
  })

  test('goes on with an outline of its own', () => {
    const own = line({ section: 'A', title: 'Mục riêng', text: 'Đã làm.' })
    const rows = carriedRows(narrative, [own], sameYear)
    expect(rows.map(({ values }) => values)).toEqual([{ section: 'A', title: 'Mục riêng' }])
    expect(carriedRows(narrative, [], sameYear)).toHaveLength(12)
  })
})
