import { describe, expect, it } from 'vitest'
import { districtTable } from '#dashboards/pages/districts.ts'
import { leadershipMonth } from '#dashboards/pages/leadership-month.ts'
import { taskPage } from '#dashboards/pages/task-progress.ts'
import { todayPage } from '#dashboards/pages/today.ts'
import type { BodyTasks, DeliveryLine, DueLine, TodayView } from '#dashboards/views-standing.ts'
import { dueLineWords } from '#dashboards/words-standing.ts'
import { helperAssignmentCoverage, loansOutstanding } from '#models/indicators/index.ts'
import { define } from '#models/indicators/indicator.ts'
import { countByState } from '#models/judgement/task-lines.ts'
import type { TaskState } from '#models/judgement/task-state.ts'
import { bacGiang2022 } from '#models/plans/bac-giang-2022.ts'
import { canTho2024 } from '#models/plans/can-tho-2024.ts'
import { haTinh2026To2030 } from '#models/plans/ha-tinh-2026-2030.ts'
import { hungYen2026 } from '#models/plans/hung-yen-2026.ts'
import { openTags, textOf } from '#test/support/markup.ts'
import { monthOf } from '#test/support/plan-view.ts'

const sound = (page: string) => {
  expect(openTags(page)).toEqual([])
  expect(page).not.toMatch(/NaN|undefined|>null|\[object/)
  return textOf(page)
}

const none = { early: 0, received: 0, late: 0, awaited: 0, overdue: 0, asked: 0 }

describe('a page of Bắc Giang 2022: police year, inferred, districts, a range', () => {
  const month = monthOf(
    bacGiang2022,
    {
      windowId: 'pol:2022-09',
      toDateId: 'pol:2022-10M',
      slowId: 'pol:2022-6M',
      businessDate: '2022-09-20',
    },
    // 8 of 30 is 26.7 %: more than 25 %
    { T03f: [8, 30], T01: [200, 1000] },
  )
  const text = sound(leadershipMonth(month))

  it('says that its days are inferred, at the head and beside each figure', () => {
    expect(text).toContain('kỳ số liệu do hệ thống suy ra từ hạn báo cáo')
    expect(text).toContain('10 tháng đầu năm 2022 (15/11/2021–14/9/2022) · kỳ suy ra')
  })

  it('says what each figure rests on', () => {
    expect(text).toContain('kỳ suy ra · theo danh sách · số liệu chính thức')
    expect(text).toContain('kỳ suy ra · theo số liệu tổng hợp · số liệu chính thức')
    expect(text).toContain('kỳ suy ra · theo biểu · số liệu chính thức')
  })

  it('knows more than the range as more, and says what was chosen where the text is silent', () => {
    expect(text).toContain('vượt mức cao nhất của chỉ tiêu (từ 20% đến 25%)')
    expect(text).toContain('Đạt – vượt chỉ tiêu')
    expect(text).toContain('Xem căn cứ')
    expect(text).toContain(
      'Tư vấn, trợ giúp về pháp lý: Câu chữ là “được tư vấn, trợ giúp về pháp lý”',
    )
  })

  it('says that everyone is an estimate', () => {
    expect(text).toContain('200/ước 1.000 người')
  })

  it('puts the persons of Thông tư 10 and the signed numbers beside the plan’s', () => {
    const [first, ...others] = month.targets
    if (first === undefined) throw new Error('no target')
    const twins = [
      { kind: 'tt10', counted: { windowId: first.windowId, numerator: 8, denominator: 25 } },
      { kind: 'tally', counted: null },
    ] as const
    const page = textOf(leadershipMonth({ ...month, targets: [{ ...first, twins }, ...others] }))
    expect(page).toContain(
      'Đối tượng theo Thông tư 10/2024/TT-BCA: 8/ước 25 người (32%); theo số liệu tổng hợp: chưa có số liệu.',
    )
  })

  it('has a row per district', () => {
    const cells = month.targets.slice(1, 3).map(({ target, windowId, measured }) => {
      return { target, windowId, measured, code: 'NUM' as const }
    })
    const table = districtTable([{ code: '217', name: 'huyện Yên Thế', cells }])
    expect(textOf(table?.markup ?? '')).toContain('Huyện Yên Thế')
    expect(table?.markup).toContain('href="districts/217.html"')
  })
})

describe('a page of Hà Tĩnh in October: half-years', () => {
  const month = monthOf(haTinh2026To2030, {
    windowId: 'pol:2026-09',
    toDateId: 'pol:2026-10M',
    slowId: 'pol:2026-6M',
    businessDate: '2026-09-20',
  })

  it('shows the last half-year with its own days', () => {
    expect(sound(leadershipMonth(month))).toContain(
      '6 tháng đầu năm 2026 (15/11/2025–14/5/2026) · kỳ suy ra',
    )
  })

  it('names the road map', () => {
    expect(textOf(leadershipMonth(month))).toContain('theo lộ trình của Bộ Công an')
  })

  it('compares with the same window of the year before, and shows money as money', () => {
    const before = { windowId: 'pol:2025-6M', numerator: 6, denominator: 30 }
    const measured = {
      ...(month.targets[0]?.measured ?? {}),
      numerator: 12_345,
      denominator: 310,
      basis: 'form',
      state: 'final',
    } as never
    const text = sound(
      leadershipMonth({
        ...month,
        targets: month.targets.map((view) => ({ ...view, lastYear: before })),
        figures: [
          {
            definition: define(loansOutstanding),
            windowId: 'pol:2026-10M',
            measured,
            lastYear: null,
            twins: [],
          },
        ],
      }),
    )
    expect(text).toContain('cùng kỳ năm trước: 20%')
    // 12,345 thousand đồng
    expect(text).toContain('12,3 triệu đồng')
    expect(text).toContain('Cùng kỳ năm trước: không có số liệu cùng kỳ')
  })
})

describe('a page of Cần Thơ 2024: no target', () => {
  const deliveries: readonly DeliveryLine[] = [
    {
      basis: 'clause',
      reference: 'IV.1',
      formNumber: '13',
      formTitle: 'BÁO CÁO THUYẾT MINH',
      counts: { ...none, received: 5, early: 1, late: 2, overdue: 3, asked: 4 },
    },
    {
      basis: 'directive',
      reference: 'theo hướng dẫn của Công an thành phố',
      formNumber: '01',
      formTitle: 'DANH SÁCH',
      counts: { ...none, received: 7, awaited: 9 },
    },
  ]
  const due: DueLine = {
    kind: 'obligation',
    what: ['Báo cáo kết quả thực hiện 6 tháng đầu năm, năm'],
    windowId: 'pol:2025-6M',
    due: '2025-05-15',
    lastDay: '2025-05-14',
    workingDay: '2025-05-14',
    dayStated: true,
    basis: 'clause',
    reference: 'IV.1',
    obliged: 20,
    requested: 1,
    inDays: 4,
  }
  const bodies: readonly BodyTasks[] = canTho2024.bodies.slice(0, 2).map((body, at) => {
    const states = body.tasks.map((): { state: TaskState } => ({ state: 'overdue' }))
    return {
      name: body.name,
      clause: body.clause,
      standing: at === 0 ? 'requested' : 'obliged',
      counts: countByState(states),
      tasks: body.tasks.map((task) => ({ task, counts: countByState([{ state: 'overdue' }]) })),
    }
  })
  const month = {
    ...monthOf(canTho2024, {
      windowId: 'pol:2025-04',
      toDateId: 'pol:2025-5M',
      slowId: 'pol:2025',
      businessDate: '2025-05-10',
    }),
    deliveries,
    dues: [due],
    tasks: bodies,
  }
  const text = sound(leadershipMonth(month))

  it('opens with the state of the reports, and has neither cards nor a score', () => {
    // 5 + 1 + 7 in time, 2 late, 3 not there; whom the plan only asks is no debt
    expect(text).toContain('Đã đến hạn 18 báo cáo: 13 đúng hạn, 2 chậm, 3 chưa gửi.')
    expect(text).not.toContain('chỉ tiêu đạt')
    expect(text).not.toContain('Diễn biến từng chỉ tiêu')
  })

  it('lists what is promised without a number', () => {
    for (const { statement } of canTho2024.qualitative) expect(text).toContain(statement)
  })

  it('says what is due next, with the strict last day', () => {
    expect(text).toContain(
      'Trước ngày 15/5/2025 (ngày cuối: 14/5/2025) còn 4 ngày; theo Kế hoạch, mục IV.1',
    )
    expect(text).toContain('20 đơn vị phải gửi, 1 đơn vị được đề nghị')
  })

  it('invents no day where the text names a month', () => {
    const month = {
      ...due,
      due: '2025-06-01',
      lastDay: '2025-05-31',
      workingDay: '2025-06-02',
    } as const
    expect(dueLineWords({ ...month, dayStated: false })).toBe(
      'đến hết ngày 31/5/2025 (Kế hoạch không nêu ngày); 31/5/2025 là ngày nghỉ, ngày làm việc kế tiếp: 2/6/2025',
    )
  })

  it('keeps clauses and the collection apart', () => {
    expect(text.indexOf('Theo thời hạn của Kế hoạch')).toBeLessThan(
      text.indexOf('Theo hướng dẫn của Công an thành phố (lịch thu thập'),
    )
  })

  it('never calls a task of a requested body overdue', () => {
    const [asked, obliged] = taskPage(month.edition, bodies).split('</section>')
    expect(sound(taskPage(month.edition, bodies))).toContain('Tiến độ nhiệm vụ')
    expect(textOf(asked ?? '')).not.toContain('uá hạn')
    expect(textOf(obliged ?? '')).toContain('Quá hạn, chưa hoàn thành')
  })
})

describe('a page of Hưng Yên 2026: a review and no month', () => {
  const [review] = hungYen2026.windows.reviews ?? []
  if (review === undefined) throw new Error('no review')
  const definition = define(helperAssignmentCoverage, { basis: 'tally' })
  const month = monthOf(hungYen2026, {
    windowId: review.window,
    toDateId: review.window,
    slowId: review.window,
    businessDate: '2026-03-05',
  })
  const text = sound(
    leadershipMonth({
      ...month,
      reviews: [
        {
          review,
          forms: [
            {
              formNumber: '11',
              formTitle: 'SỐ LIỆU TỔNG HỢP',
              committees: { sent: 103, expected: 104, missing: ['UBND xã Hoàng Hoa Thám'] },
              agencies: { sent: 0, expected: 0, missing: [] },
            },
          ],
          figures: [
            {
              definition,
              whole: null,
              byYear: [{ category: '2021', numerator: 80, denominator: 90 }],
              byProvince: [{ category: 'Thái Bình', numerator: 41, denominator: 50 }],
            },
          ],
        },
      ],
    }),
  )

  it('is known by its title and tells of the review’s days', () => {
    expect(text).toContain('Kế hoạch (chưa có số)')
    expect(text).toContain(hungYen2026.document.title)
    expect(text).toContain('Từ ngày 15/6/2020 đến ngày 14/1/2026')
    expect(text).not.toContain('suy ra từ hạn')
  })

  it('says who has sent, and the numbers by year and by former province', () => {
    expect(text).toContain('Đã gửi 103/104 đơn vị Chưa gửi: UBND xã Hoàng Hoa Thám')
    expect(text).toContain('80/90')
    expect(text).toContain('Thái Bình')
  })

  it('shows no stock: what stands at the end of each year is no number of the review', () => {
    expect(text).not.toContain('Đang quản lý')
  })
})

describe('figures on the units of today', () => {
  const definition = define(helperAssignmentCoverage)
  const whole = { windowId: 'pol:2022-10M', numerator: 7, denominator: 12 }
  const view: TodayView = {
    figures: [
      {
        definition,
        windowId: 'pol:2022-10M',
        whole,
        unknown: { ...whole, numerator: 2, denominator: 3 },
      },
    ],
    units: [
      {
        name: 'phường Bắc Giang',
        column: 1,
        row: 1,
        cells: [{ ...whole, numerator: 5, denominator: 9, estimate: true }],
      },
      { name: 'xã Kép', column: 2, row: 1, cells: [null] },
    ],
  }
  const { edition } = monthOf(bacGiang2022, {
    windowId: 'pol:2022-09',
    toDateId: 'pol:2022-10M',
    slowId: 'pol:2022-6M',
    businessDate: '2026-09-20',
  })

  it('mark what was divided, and say what has no known place, so that the total holds', () => {
    const text = sound(todayPage(edition, view))
    expect(text).toContain('Phường Bắc Giang 5/9 (55,6%) ước tính')
    expect(text).toContain('Xã Kép –')
    expect(text).toContain('Chưa xác định 2/3 (66,7%)')
    expect(text).toContain('Toàn địa bàn của Kế hoạch 7/12 (58,3%)')
  })
})
