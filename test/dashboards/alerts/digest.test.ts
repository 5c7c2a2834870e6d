import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { digestOf, digestText, type Told } from '#dashboards/alerts/digest.ts'
import { disclosed, withoutNotes } from '#dashboards/alerts/disclosed.ts'
import { entryOf } from '#dashboards/alerts/entry.ts'
import { alertLines } from '#dashboards/alerts/text.ts'
import type { AlertView } from '#dashboards/views.ts'
import type { Facts } from '#models/alerting/condition.ts'
import { alerts } from '#test/support/bac-ninh-view.ts'

const units = 'xã, phường'
const [signal, missing] = alerts.opened as unknown as readonly [AlertView, AlertView]
const [closed] = alerts.closed as unknown as readonly [AlertView]

const told = (alert: AlertView): Told => ({
  ...entryOf(alert, units),
  text: alertLines(alert, units),
})
const letter = (...all: readonly AlertView[]) => digestText(digestOf(all.map(told)), 'Nay')

function owed(who: string, form: string, windowId: string, facts: Facts = { stage: 3 }): AlertView {
  const report = { ...missing.report, reporterName: who, forms: [form], windowId }
  const due = { dueBefore: '2026-01-18', basis: 'directive', reference: 'theo hướng dẫn' }
  return {
    ...{ ...missing, caseId: `${who} ${form} ${windowId}`, facts },
    report: { ...report, ...due } as AlertView['report'],
  }
}

const rule =
  'Đến hết ngày cuối của hạn chưa tiếp nhận được báo cáo; “trước ngày” không gồm chính ngày đó'

describe('many alerts as one text', () => {
  it('are summed up, then told by parts, the rule and the stage once, a line for each reporter', () => {
    const asked: AlertView = {
      ...owed('Tòa án nhân dân tỉnh', '06', 'adm:2026-Q1', { stage: 2 }),
      rule: 'reminder-requested',
    }
    const soon: AlertView = { ...owed('Công an xã B', '01', 'adm:2026-01', {}), rule: 'due-soon' }
    const text = letter(
      signal,
      owed('Công an xã Đại Sơn', '01', 'adm:2026-01'),
      owed('UBND xã A', '05', 'adm:2026-Q1'),
      owed('Công an xã Đại Sơn', '01', 'adm:2026-02', { stage: 3, later: 1 }),
      owed('UBND xã A', '04', 'adm:2026-Q1'),
      owed('Công an xã C', '01', 'adm:2026-09', { stage: 1 }),
      asked,
      soon,
      closed,
    )
    expect(text).toBe(
      [
        'Nay có 1 cảnh báo về chỉ tiêu, 5 báo cáo quá hạn của 3 đơn vị, 1 báo cáo đề nghị phối hợp gửi của 1 cơ quan, 1 báo cáo sắp đến hạn của 1 đơn vị, 1 cảnh báo đã đóng.',
        'I. Chỉ tiêu, số liệu',
        alertLines(signal, units).trimEnd(),
        'II. Báo cáo quá hạn',
        [
          `${rule}; đã quá hạn từ 10 ngày làm việc trở lên. Chưa có số liệu của các kỳ nêu dưới đây:`,
          '- Công an xã Đại Sơn: 0/2 báo cáo – Biểu 01, Tháng 1/2026 (15/12/2025–14/1/2026), hạn trước ngày 18/1/2026, theo hướng dẫn; Biểu 01, Tháng 2/2026 (15/1–14/2/2026), hạn trước ngày 18/1/2026, theo hướng dẫn, đã có báo cáo kỳ sau',
          '- UBND xã A: 0/2 báo cáo – Biểu 04, 05, Quý I/2026 (15/12/2025–14/3/2026), hạn trước ngày 18/1/2026, theo hướng dẫn',
        ].join('\n'),
        [
          `${rule}; đã quá hạn từ 1 ngày làm việc trở lên. Chưa có số liệu của các kỳ nêu dưới đây:`,
          '- Công an xã C: 0/1 báo cáo – Biểu 01, Tháng 9/2026 (15/8–14/9/2026), hạn trước ngày 18/1/2026, theo hướng dẫn',
        ].join('\n'),
        'III. Đề nghị phối hợp gửi số liệu',
        [
          'Cơ quan được đề nghị phối hợp, không tính là chậm; đề nghị phối hợp gửi số liệu (đề nghị lần thứ hai). Chưa có số liệu của các kỳ nêu dưới đây:',
          '- Tòa án nhân dân tỉnh: 0/1 báo cáo – Biểu 06, Quý I/2026 (15/12/2025–14/3/2026), hạn trước ngày 18/1/2026, theo hướng dẫn',
        ].join('\n'),
        'IV. Báo cáo sắp đến hạn',
        [
          'Hạn trước ngày 18/1/2026. Còn không quá 3 ngày làm việc trước ngày cuối của hạn mà chưa tiếp nhận được báo cáo. Chưa có số liệu của các kỳ nêu dưới đây:',
          '- Công an xã B: 0/1 báo cáo – Biểu 01, Tháng 1/2026 (15/12/2025–14/1/2026), theo hướng dẫn',
        ].join('\n'),
        'V. Cảnh báo đã đóng',
        [
          'Theo số liệu hiện nay, cảnh báo này không còn căn cứ.',
          `- ${entryOf(closed, units).line}`,
        ].join('\n'),
      ].join('\n\n'),
    )
    expect(entryOf(closed, units).line).toMatch(
      /^Xã .*: số liệu cần xác minh – .*41\.010\/ước 40\.025.*đã đóng ngày 2\/9\/2026; đã gửi lại số liệu$/,
    )
  })

  it('are the same whatever else is known: nothing but the entries is asked', () => {
    const all = [signal, owed('A', '01', 'adm:2026-01'), closed].map(told)
    const again = JSON.parse(JSON.stringify(all)) as readonly Told[]
    expect(digestText(digestOf(again), 'Nay', 100)).toBe(digestText(digestOf(all), 'Nay', 100))
  })

  it('say how many lines of a part are left out', () => {
    const all = Array.from({ length: 7 }, (_, n) =>
      told(owed(`Công an xã ${n}`, '01', 'adm:2026-01')),
    )
    const text = digestText(digestOf(all), 'Nay', 5)
    expect(text).toContain('Công an xã 4: 0/1')
    expect(text).not.toContain('Công an xã 5')
    expect(text).toContain('… và 2 nội dung khác')
    expect(text).toContain('7 báo cáo quá hạn của 7 đơn vị')
  })

  it('of nothing say that there is nothing', () => {
    expect(letter()).toBe('Nay không có cảnh báo.')
  })

  it('a hundred overdue reports are a line each, not a page', () => {
    const all = Array.from({ length: 100 }, (_, n) => owed(`Công an xã ${n}`, '01', 'adm:2026-01'))
    expect(letter(...all).split('\n').length).toBeLessThan(110)
  })
})

describe('outside the province', () => {
  const small = fc.record({ numerator: fc.nat(4), denominator: fc.nat(100_000) })
  const state = fc.constantFrom('opened' as const, 'resolved' as const)
  const rules = fc.constantFrom('missed' as const, 'signal' as const, 'suspect' as const)

  it('no field of an entry tells a small figure, and none what a person wrote', () => {
    fc.assert(
      fc.property(rules, state, small, small, fc.string(), (kind, as, a, b, note) => {
        const of = (numbers: object, said: string | null) => {
          const resolvedOn = as === 'resolved' ? ('2026-09-02' as const) : null
          const view = { ...signal, ...numbers, rule: kind, state: as, resolvedOn, note: said }
          return entryOf(disclosed(view), units)
        }
        expect(of(a, note)).toEqual(of(b, null))
      }),
    )
  })

  it('what a person wrote of a report stays inside, what came later is told', () => {
    const one = { ...owed('A', '01', 'adm:2026-01', { stage: 3, later: 1 }), note: 'ông An ốm' }
    const explained: AlertView = { ...one, state: 'explained' }
    expect(entryOf(explained, units).line).toContain('ông An')
    for (const shown of [withoutNotes(explained), disclosed(explained)]) {
      expect(entryOf(shown, units).line).not.toContain('ông An')
      expect(entryOf(shown, units).line).toContain('đã có báo cáo kỳ sau')
    }
  })
})
