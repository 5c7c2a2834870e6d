import { describe, expect, it } from 'vitest'
import { casesPage } from '#dashboards/pages/cases.ts'
import type { AlertView, CaseEventView } from '#dashboards/views.ts'
import type { Facts } from '#models/alerting/condition.ts'
import { alerts, edition } from '#test/support/bac-ninh-view.ts'
import { textOf } from '#test/support/markup.ts'

const [signal, ...overdue] = alerts.opened

const event = (kind: CaseEventView['kind'], more: Partial<CaseEventView> = {}): CaseEventView => ({
  ...{ kind, on: '2026-09-20', actor: null, cause: null, note: null, windowId: null },
  ...{ numerator: null, denominator: null },
  ...more,
})

function page(...all: readonly AlertView[]): readonly string[] {
  const text = textOf(casesPage({ edition, alerts: all }))
  return text
    .slice(text.indexOf('Chưa xử lý ('))
    .split(/(?=Đã tiếp nhận, đang|Đã giải trình \(|Đã đóng \()/)
}

describe('the page of cases', () => {
  it('puts each case under its state, with what happened to it', () => {
    const explained: AlertView = {
      ...signal,
      state: 'explained',
      history: [
        event('opened', { numerator: 4, denominator: 61, windowId: 'adm:2026-9M' }),
        event('acked', { actor: 'Phòng', note: 'đang rà soát' }),
        event('explained', { actor: 'Phòng', cause: 'amnesty', note: 'đợt 2/9' }),
      ],
    }
    const [open, acked, told, closed] = page(signal, explained, alerts.closed[0])
    expect(open).toContain('Chưa xử lý (1)')
    expect(acked).toContain('(0) Không có.')
    expect(told).toContain('Đã giải trình (1)')
    expect(told).toContain(
      '20/9/2026: mở: 4/61; 9 tháng đầu năm 2026 (15/12/2025–14/9/2026) · 20/9/2026: tiếp nhận (Phòng): đang rà soát · 20/9/2026: giải trình (Phòng): đợt đặc xá, tha tù; đợt 2/9',
    )
    expect(closed).toContain('Đã đóng (1)')
    expect(closed).toContain('đã đóng ngày 2/9/2026; đã gửi lại số liệu')
  })

  it('tells of the reports of one reporter in one line', () => {
    const [first] = overdue
    const of = (form: string): AlertView => ({
      ...(first as AlertView),
      caseId: form,
      report: { ...(first as AlertView).report, forms: [form] } as never,
    })
    const [open] = page(of('04'), of('05'), of('06'))
    expect(open).toContain('Chưa xử lý (3)')
    expect(open).toContain('Quá hạn báo cáo: 3 báo cáo của 1 đơn vị')
    expect(open).toContain(
      'Sở Văn hóa, Thể thao và Du lịch: 0/3 báo cáo Biểu 04, 05, 06, Quý III/2026 (15/6–14/9/2026) trước ngày 15/9/2026, theo Kế hoạch, mục IV.2',
    )
    expect(open?.match(/Đến hết ngày cuối của hạn/g)).toHaveLength(1)
  })

  it('says the rule once above the table, the stage and what came later in the row', () => {
    const [first] = overdue
    const of = (windowId: string, facts: Facts): AlertView => ({
      ...{ ...(first as AlertView), caseId: windowId, facts },
      report: { ...(first as AlertView).report, windowId } as never,
    })
    const [open] = page(of('adm:2026-Q1', { stage: 3, later: 1 }), of('adm:2026-Q2', { stage: 1 }))
    expect(open).toContain('0/2 báo cáo Biểu 06, Quý I/2026 (15/12/2025–14/3/2026)')
    expect(open).toContain('từ 10 ngày làm việc; đã có báo cáo kỳ sau Biểu 06, Quý II/2026')
    expect(open?.match(/Sở Văn hóa/g)).toHaveLength(1)
    expect(open?.match(/“trước ngày” không gồm chính ngày đó\. Chưa có số liệu/g)).toHaveLength(1)
  })

  it('shows the newest of what is closed, and how many more there are', () => {
    const closed = Array.from({ length: 63 }, (_, n) => ({
      ...alerts.closed[0],
      caseId: `c${n}`,
      unitName: `xã ${n}`,
      resolvedOn: `2026-0${1 + (n % 9)}-01` as const,
    }))
    const shown = page(...(closed as readonly AlertView[])).at(-1) ?? ''
    expect(shown).toContain('Đã đóng (63)')
    expect(shown).toContain('Và 3 cảnh báo khác.')
    expect(shown.indexOf('đã đóng ngày 1/9/2026')).toBeLessThan(
      shown.indexOf('đã đóng ngày 1/8/2026'),
    )
  })
})
