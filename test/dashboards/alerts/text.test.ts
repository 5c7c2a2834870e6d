import { expect, it } from 'vitest'
import { alertLines, alertText } from '#dashboards/alerts/text.ts'
import { alerts } from '#test/support/bac-ninh-view.ts'

const units = 'xã, phường'

it('gives numerator and denominator, window, completeness and the rule that fired', () => {
  const [signal] = alerts.opened
  expect(alertLines(signal, units)).toBe(
    [
      'Xã Lạng Giang: cao bất thường – đề nghị kiểm tra',
      '- Số liệu: Tỷ lệ người chấp hành xong án phạt tù bị khởi tố về hành vi phạm tội mới: 4/61 người (6,6%); chỉ tiêu dưới 1%',
      '- Kỳ: 9 tháng đầu năm 2026 (15/12/2025–14/9/2026); đơn vị đã báo cáo',
      '- Căn cứ: Nếu mức thực là 1%, kết quả như vậy hoặc xấu hơn chỉ gặp ngẫu nhiên với xác suất không quá 0,1% (kiểm định nhị thức chính xác, một phía; tính riêng đơn vị này, chưa hiệu chỉnh theo số đơn vị).',
      '- Tình trạng: Mới mở, từ ngày 20/9/2026.',
      '',
    ].join('\n'),
  )
  const province = alertText(
    { ...signal, unitName: 'tỉnh Bắc Ninh', covered: 96, expected: 99, strength: 'moderate' },
    units,
  )
  expect(province.basis).toContain('96/99 xã, phường có số liệu')
  expect(province.rule).toContain('2,5%')
  expect(province.rule).not.toContain('tính riêng')
})

it('says what is overdue, since when, by what authority', () => {
  const [, overdue] = alerts.opened
  const text = alertText(overdue as never, units)
  expect(text.headline).toBe('Sở Văn hóa, Thể thao và Du lịch: quá hạn báo cáo')
  expect(text.figure).toBe(
    'Đã tiếp nhận 0/1 báo cáo: Biểu 06, hạn trước ngày 15/9/2026, theo Kế hoạch, mục IV.2',
  )
})

it('only asks those whom the plan asks', () => {
  const [, overdue] = alerts.opened
  const report = { ...overdue?.report, standing: 'requested' }
  const text = alertText({ ...overdue, rule: 'reminder-requested', report } as never, units)
  expect(text.headline).toContain('đề nghị phối hợp gửi số liệu')
  expect(`${text.headline} ${text.rule}`).not.toMatch(/quá hạn|đôn đốc/)
})

it('tells how a closed case was closed', () => {
  const text = alertText(alerts.closed[0], units)
  expect(text.state).toBe('Mở ngày 20/6/2026, đã đóng ngày 2/9/2026; đã gửi lại số liệu.')
  expect(text.rule).toBe('Theo số liệu hiện nay, cảnh báo này không còn căn cứ.')
})

it('says on what a certain miss rests: the fullest month before the close, the kindest reading after it', () => {
  const [signal] = alerts.opened
  const rule = (windowId: string) => alertText({ ...signal, rule: 'missed', windowId }, units).rule
  expect(rule('adm:2026-9M')).toContain(
    'mỗi tháng còn lại có thêm số người bằng tháng nhiều nhất trong 12 tháng gần nhất, vẫn không đạt chỉ tiêu dưới 1%',
  )
  expect(rule('adm:2026')).toBe(
    'Hết năm kế hoạch không đạt chỉ tiêu dưới 1%, kể cả khi nơi chưa có số liệu được tính theo hướng có lợi nhất.',
  )
})

it('has words for every rule', () => {
  const [signal] = alerts.opened
  const rules = [
    'missed',
    'signal',
    'off',
    'overdue',
    'due-soon',
    'incomplete',
    'suspect',
    'restated',
  ] as const
  const texts = rules.map((rule) => alertText({ ...signal, rule }, units))
  expect(new Set(texts.map((text) => text.headline)).size).toBe(rules.length)
  expect(texts.every((text) => text.rule.endsWith('.'))).toBe(true)
})
