import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { taskProgressOf } from '#models/core/task-progress.ts'
import { countByState, taskLines } from '#models/judgement/task-lines.ts'
import { bacNinh2026 as plan } from '#models/plans/bac-ninh-2026.ts'
import { reportersOf } from '#models/plans/reporters.ts'
import { warehouse } from '#pipelines/warehouse/dialect.ts'
import { places, restrictTo } from '#sources/reference/places.ts'
import type { CalendarDate } from '#sources/vocabulary/date.ts'
import type { Sent } from '#test/support/rows.ts'
import { A, B, C, type Generation, generationOf, POLICE_OF_PROVINCE } from '#test/support/rows.ts'

type Told = readonly [clause: string, status: string, doneOn?: CalendarDate | null, task?: string]

function progress(reporter: string, window: string, rows: readonly Told[], how?: Partial<Sent>) {
  return {
    form: 'task-progress',
    reporter,
    window,
    rows: rows.map(([clause, status, done_on = null, task = 'như Kế hoạch']) => ({
      values: { clause, task, deadline: 'trong năm 2026', status, done_on },
    })),
    ...how,
  } as Sent
}

const committee = `committee:${A}`
const health = 'agency:so-y-te'

let given: Generation
beforeAll(async () => {
  given = await generationOf({
    businessDate: '2026-09-20',
    reports: [
      progress(POLICE_OF_PROVINCE, '2026-Q2', [
        ['III.1.1', 'thuong_xuyen'],
        ['III.1.3', 'dang_thuc_hien'],
      ]),
      progress(POLICE_OF_PROVINCE, '2026-Q3', [
        ['III.1.2', 'dang_thuc_hien'],
        ['III.1.3', 'hoan_thanh', '2026-08-20'],
        ['III.1.3', 'chua_trien_khai', null, 'việc khác'],
        ['III.9.9', 'hoan_thanh', '2026-08-20'],
      ]),
      progress(committee, '2026-Q2', [['III.13.1', 'hoan_thanh', '2026-06-05']]),
      progress(committee, '2026-Q2', [['III.13.1', 'khong_thuoc']], { revision: 2 }),
      progress(health, '2026-Q2', [['III.9.1', 'chua_trien_khai']]),
    ],
  })
})
afterAll(() => given?.close())

describe('what was last said of the tasks', () => {
  const rows = (windowId: string) => taskProgressOf(warehouse(given.engine), windowId).execute()

  it('is the newest report in force of each reporter up to the window', async () => {
    const said = async (windowId: string) =>
      (await rows(windowId)).map((row) =>
        [row.reporter_id, row.window_id, row.clause, row.status, row.done_on].join(' '),
      )
    const second = [
      'agency:cong-an-tinh adm:2026-Q2 III.1.1 thuong_xuyen ',
      'agency:cong-an-tinh adm:2026-Q2 III.1.3 dang_thuc_hien ',
      'agency:so-y-te adm:2026-Q2 III.9.1 chua_trien_khai ',
      `${committee} adm:2026-Q2 III.13.1 khong_thuoc `,
    ]
    expect(await said('adm:2026-Q2')).toEqual(second)
    expect(await said('adm:2026-08')).toEqual(second)
    expect(await said('adm:2026-Q1')).toEqual([])
    expect(await said('adm:2026-9M')).toEqual([
      'agency:cong-an-tinh adm:2026-Q3 III.1.2 dang_thuc_hien ',
      'agency:cong-an-tinh adm:2026-Q3 III.1.3 hoan_thanh 2026-08-20',
      'agency:cong-an-tinh adm:2026-Q3 III.1.3 chua_trien_khai ',
      'agency:cong-an-tinh adm:2026-Q3 III.9.9 hoan_thanh 2026-08-20',
      ...second.slice(2),
    ])
  })

  it('stands beside the tasks of the plan, with what nobody told', async () => {
    const three = reportersOf(plan, restrictTo(places(), [A, B, C]))
    const lines = taskLines(plan, three, await rows('adm:2026-9M'), {
      lastDay: '2026-09-14',
      businessDate: '2026-09-20',
    })
    const state = (reporter: string, task: string) =>
      lines.find((line) => line.reporterId === reporter && line.task.id === task)?.state
    expect(state(POLICE_OF_PROVINCE, 'III.1.1')).toBe('not-reported')
    expect(state(POLICE_OF_PROVINCE, 'III.1.2')).toBe('not-stated')
    expect(state(POLICE_OF_PROVINCE, 'III.1.3')).toBe('done')
    expect(state(committee, 'III.13.1')).toBe('not-theirs')
    expect(state(`committee:${B}`, 'III.13.1')).toBe('not-reported')
    expect(state(health, 'III.9.1')).toBe('not-stated')
    const told = lines.filter(({ report }) => report !== null)
    expect(told).toHaveLength(4)
    expect(countByState(told)).toMatchObject({ done: 1, 'not-stated': 2, 'not-theirs': 1 })
    expect(countByState(lines)['not-reported']).toBe(lines.length - 4)
  })

  it('asks those who reported on the last day of the window', () => {
    const [first, ...others] = reportersOf(plan, restrictTo(places(), [A])).filter(
      ({ id }) => id === committee,
    )
    expect([first?.id, others]).toEqual([committee, []])
    const gone = { ...first, to: '2026-07-01' } as NonNullable<typeof first>
    const of = (lastDay: CalendarDate) =>
      taskLines(plan, [gone], [], { lastDay, businessDate: '2026-09-20' })
    expect(of('2026-06-30').map(({ reporterId }) => reporterId)).toEqual(Array(4).fill(committee))
    expect(of('2026-07-01')).toEqual([])
  })

  it("takes the row with the plan's own words where a clause stands twice", () => {
    const [task] = plan.bodies[0]?.tasks.slice(2) ?? []
    const row = (words: string, status: string) => ({
      reporter_id: POLICE_OF_PROVINCE,
      clause: 'III.1.3',
      task: words,
      status,
      done_on: null,
    })
    const reports = [row('việc khác', 'khong_thuoc'), row(task?.text ?? '', 'dang_thuc_hien')]
    const lines = taskLines(plan, reportersOf(plan, places()), reports, {
      lastDay: '2026-12-14',
      businessDate: '2027-01-01',
    })
    expect(lines.filter(({ report }) => report !== null).map(({ state }) => state)).toEqual([
      'overdue',
    ])
  })
})
