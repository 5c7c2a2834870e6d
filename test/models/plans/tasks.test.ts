import { describe, expect, it } from 'vitest'
import { bacNinh2026 } from '#models/plans/bac-ninh-2026.ts'
import { deadlineWords, tasksFor } from '#models/plans/tasks.ts'

describe('the tasks of a reporter', () => {
  it('are those of its item of the plan, with clause and deadline', () => {
    const rows = tasksFor(bacNinh2026, { id: 'agency:cong-an-tinh', kind: 'agency' })
    expect(rows.map(({ clause, deadline }) => [clause, deadline])).toEqual([
      ['III.1.1', 'Kế hoạch không nêu thời hạn'],
      ['III.1.2', 'Kế hoạch không nêu thời hạn'],
      ['III.1.3', 'trong năm 2026'],
      ['III.1.4', 'Kế hoạch không nêu thời hạn'],
    ])
    expect(rows[2]?.task).toMatch(/^Ban hành quy trình hướng dẫn/)
  })

  it('are III.13 for every UBND cấp xã, and none for police and facilities', () => {
    const of = (id: 'committee:07210' | 'police:07210', kind: 'committee' | 'police') =>
      tasksFor(bacNinh2026, { id, kind }).map(({ clause }) => clause)
    expect(of('committee:07210', 'committee')).toEqual([
      'III.13.1',
      'III.13.2',
      'III.13.3',
      'III.13.4',
    ])
    expect(of('police:07210', 'police')).toEqual([])
  })
})

it('deadlines are said as plans say them', () => {
  expect(
    (
      [
        { kind: 'regular' },
        { kind: 'monthly' },
        { kind: 'quarterly' },
        { kind: 'yearly' },
        { kind: 'unstated' },
        { kind: 'within', window: 'cal:2022-Q2' },
        { kind: 'within', window: 'cal:2022-08', planned: true },
        { kind: 'within', window: 'adm:2026' },
        { kind: 'within', window: 'adm:2026-6M' },
        { kind: 'before', date: '2026-06-15' },
        { kind: 'roadmap', of: 'Bộ Công an' },
      ] as const
    ).map(deadlineWords),
  ).toEqual([
    'thường xuyên',
    'hằng tháng',
    'hằng quý',
    'hằng năm',
    'Kế hoạch không nêu thời hạn',
    'Quý II/2022',
    'dự kiến tháng 8/2022',
    'trong năm 2026',
    '6 tháng đầu năm 2026',
    'trước ngày 15/6/2026',
    'theo lộ trình của Bộ Công an',
  ])
})
