import { basisOf } from '#models/indicators/indicator.ts'
import { window } from '#sources/vocabulary/window.ts'
import type { AlertRule, AlertView, MissingReport } from './views.ts'
import {
  basisWords,
  count,
  coverageWords,
  dueWords,
  figure,
  formNumbers,
  goalRatio,
  goalWords,
  percent,
  windowWords,
} from './words-figures.ts'

/** What an alert is called in a list. */
export const alertNames: Readonly<Record<AlertRule, string>> = Object.freeze({
  missed: 'Không đạt – không còn khả năng hoàn thành trong năm',
  signal: 'Bất thường – đề nghị kiểm tra',
  off: 'Chưa đạt – số trường hợp ít, tiếp tục theo dõi',
  overdue: 'Quá hạn báo cáo',
  'due-soon': 'Sắp đến hạn báo cáo',
  incomplete: 'Chưa đủ số liệu',
  suspect: 'Số liệu cần xác minh',
  restated: 'Số liệu đã điều chỉnh',
})

export const alertStates: Readonly<Record<AlertView['state'], string>> = Object.freeze({
  opened: 'mới mở',
  acked: 'đã tiếp nhận',
  explained: 'đã giải trình',
  resolved: 'đã đóng',
  reopened: 'mở lại',
})

/** The figure that fired, numerator and denominator always with it. */
export function alertFigure(alert: AlertView): string {
  if (alert.report) return awaitedWords(alert.report)
  const { target, numerator, denominator, finding } = alert
  if (target === null || numerator === null || denominator === null) return finding ?? ''
  return `${target.indicator.title}: ${figure({ numerator, denominator }, target.indicator.counted, goalRatio(target))}; chỉ tiêu ${goalWords(target)}`
}

function awaitedWords(report: MissingReport): string {
  const due = dueWords(report.dueBefore, report.workingDay)
  return `${formNumbers(report.forms)}, hạn ${due}, ${basisWords(report.basis, report.reference)}`
}

/** `Tháng 9/2026 (…); 96/99 xã, phường có số liệu`: window and completeness, always. */
export function alertBasis(alert: AlertView, units: string): string {
  const { windowId, covered, expected } = alert
  const days = windowWords(windowId)
  if (covered === null || expected === null) return days
  if (expected === 1) return `${days}; đơn vị ${covered === 1 ? 'đã' : 'chưa'} báo cáo`
  return `${days}; ${coverageWords(covered, expected, whoOf(alert) ?? units)} có số liệu`
}

/** Figures of other forms are told by facilities, agencies or districts, too. */
function whoOf({ target }: AlertView): string | null {
  if (target === null || basisOf(target.definition) === 'register') return null
  return target.indicator.theme === 'facilities' ? 'cơ sở giam giữ' : 'đơn vị'
}

/** A single place is tested by itself; where a hundred are looked at, some fire by chance, and that is said. */
function signalRule({ target, strength, expected }: AlertView): string {
  const level = strength === 'strong' ? '0,1%' : '2,5%'
  const goal = target === null ? 'mức của chỉ tiêu' : percent(...goalRatio(target))
  const alone = expected === 1 ? '; tính riêng đơn vị này, chưa hiệu chỉnh theo số đơn vị' : ''
  return `Nếu mức thực là ${goal}, kết quả như vậy hoặc xấu hơn chỉ gặp ngẫu nhiên với xác suất không quá ${level} (kiểm định nhị thức chính xác, một phía${alone}).`
}

/** The rule that fired, so that anybody can check it, or that it fires no more. */
export function ruleWords(alert: AlertView): string {
  if (!alert.fires)
    return alert.report ? 'Không còn báo cáo phải chờ.' : 'Số liệu hiện nay không còn dấu hiệu này.'
  const goal = alert.target ? goalWords(alert.target) : ''
  switch (alert.rule) {
    case 'missed':
      return window(alert.windowId).kind === 'year'
        ? `Hết năm kế hoạch không đạt chỉ tiêu ${goal}, kể cả khi nơi chưa có số liệu được tính có lợi nhất.`
        : `Kể cả khi từ nay không có thêm trường hợp nào và mỗi tháng còn lại có thêm số người bằng tháng nhiều nhất từ đầu năm, vẫn không đạt chỉ tiêu ${goal} trong năm kế hoạch.`
    case 'signal':
      return signalRule(alert)
    case 'off':
      return `Chưa đạt chỉ tiêu ${goal}, nhưng số trường hợp ít nên chưa loại trừ ngẫu nhiên (xác suất trên 2,5%).`
    case 'overdue':
      return alert.report?.standing === 'requested'
        ? 'Cơ quan được đề nghị phối hợp, không tính là chậm; đề nghị phối hợp gửi số liệu.'
        : 'Đến hết ngày cuối của hạn chưa tiếp nhận được báo cáo; “trước ngày” không gồm chính ngày đó.'
    case 'due-soon':
      return 'Sắp đến hạn mà chưa tiếp nhận được báo cáo.'
    case 'incomplete':
      return `Dưới 80% đơn vị có số liệu nên chưa đánh giá${alert.covered === null || alert.expected === null ? '' : ` (còn thiếu ${count(alert.expected - alert.covered)} đơn vị)`}.`
    case 'suspect':
      return 'Số liệu không thể có hoặc thay đổi bất thường; chưa dùng để đánh giá cho đến khi xác minh.'
    case 'restated':
      return 'Số liệu của kỳ đã ban hành nay đọc khác đi vì có báo cáo thay thế hoặc báo cáo đến sau.'
  }
}
