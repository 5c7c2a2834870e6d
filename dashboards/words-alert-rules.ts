import { ESCALATION, REMIND_BEFORE } from '#models/alerting/reminder.ts'
import { writeDate } from '#sources/vocabulary/date.ts'
import { window } from '#sources/vocabulary/window.ts'
import type { AlertView } from './views.ts'
import { noLeaveKnown } from './words-calendar.ts'
import {
  count,
  counts,
  goalRatio,
  goalWords,
  percent,
  windowWords,
  within,
} from './words-figures.ts'
import { findingRuleWords } from './words-quality.ts'

/** The rule that fired, so that anybody can check it, or that it fires no more. */
export function ruleWords(alert: AlertView): string {
  if (!alert.fires)
    return alert.report
      ? 'Không còn báo cáo phải chờ.'
      : 'Theo số liệu hiện nay, cảnh báo này không còn căn cứ.'
  const goal = alert.target ? goalWords(alert.target) : ''
  switch (alert.rule) {
    case 'missed':
      return window(alert.windowId).kind === 'year'
        ? `Hết năm kế hoạch không đạt chỉ tiêu ${goal}, kể cả khi nơi chưa có số liệu được tính theo hướng có lợi nhất.`
        : `Kể cả khi từ nay không có thêm trường hợp nào và mỗi tháng còn lại có thêm số ${alert.target?.indicator.counted ?? 'đối tượng'} bằng tháng nhiều nhất trong 12 tháng gần nhất, vẫn không đạt chỉ tiêu ${goal} trong năm kế hoạch.`
    case 'signal':
      return signalRule(alert)
    case 'off':
      return `Chưa đạt chỉ tiêu ${goal}, nhưng số trường hợp ít nên chưa loại trừ ngẫu nhiên (xác suất trên 2,5%).`
    case 'outlook':
      return outlookRule(alert, goal)
    case 'overdue':
      return `Đến hết ngày cuối của hạn chưa tiếp nhận được báo cáo; “trước ngày” không gồm chính ngày đó${stageWords(alert)}${leaveWords(alert)}.`
    case 'reminder-requested':
      return `Cơ quan được đề nghị phối hợp, không tính là chậm; đề nghị phối hợp gửi số liệu${Number(alert.facts?.['stage']) > 1 ? ' (đề nghị lần thứ hai)' : ''}${leaveWords(alert)}.`
    case 'due-soon':
      return `Còn không quá ${count(REMIND_BEFORE)} ngày làm việc trước ngày cuối của hạn mà chưa tiếp nhận được báo cáo${leaveWords(alert)}.`
    case 'incomplete':
      return `Đã qua hạn gửi mà dưới 80% đơn vị phải gửi có báo cáo nên chưa đánh giá${lackWords(alert)}.`
    case 'suspect':
      return findingRuleWords(alert.facts?.['rule'])
    case 'restated':
      return `Số liệu của kỳ đã ban hành${issuedWords(alert)} nay đã thay đổi vì có báo cáo thay thế hoặc báo cáo đến sau.`
  }
}

/** A single place is tested by itself; where a hundred are looked at, some fire by chance, and that is said. */
function signalRule(alert: AlertView): string {
  const { target, strength, expected } = alert
  const level = strength === 'strong' ? '0,1%' : '2,5%'
  const goal = target === null ? 'mức của chỉ tiêu' : percent(...goalRatio(target))
  const family = familyWords(alert)
  const alone =
    family === '' && expected === 1
      ? '; tính riêng đơn vị này, chưa hiệu chỉnh theo số đơn vị'
      : family
  return `Nếu mức thực là ${goal}, kết quả như vậy hoặc xấu hơn chỉ gặp ngẫu nhiên với xác suất không quá ${level} (kiểm định nhị thức chính xác, một phía${alone}).${heldWords(alert)}`
}

/** `; xét cùng nhau 99 đơn vị, giữ lại 3 đơn vị, tỷ lệ báo nhầm trong danh sách không quá 10%`. */
function familyWords({ facts }: AlertView): string {
  const [size, level, kept] = ['familySize', 'familyLevel', 'familyKept'].map(
    (name) => facts?.[name],
  )
  if (typeof size !== 'number' || typeof level !== 'number' || size < 2) return ''
  const list = typeof kept === 'number' ? `, giữ lại ${count(kept)} đơn vị` : ''
  return `; xét cùng nhau ${count(size)} đơn vị${list}, tỷ lệ báo nhầm trong danh sách không quá ${level}%, hiệu chỉnh theo Benjamini–Hochberg`
}

/** A signal that an earlier window showed stays until two windows are below the level. */
function heldWords({ facts, target }: AlertView): string {
  if (facts?.['held'] !== 1) return ''
  const [id, x, n] = ['signalWindow', 'signalNumerator', 'signalDenominator'].map(
    (name) => facts[name],
  )
  const what =
    typeof x === 'number' && typeof n === 'number'
      ? `, ${counts({ numerator: x, denominator: n }, target?.indicator.counted ?? '').trim()}`
      : ''
  const when = typeof id === 'string' ? `, ${within(windowWords(id))}${what},` : ''
  return ` Tín hiệu của kỳ trước${when} được giữ cho đến khi hai kỳ liền không còn.`
}

const OUTLOOKS: Readonly<Record<string, string>> = {
  low: 'thấp',
  'very-low': 'rất thấp',
}

function outlookRule({ facts, target }: AlertView, goal: string): string {
  const likely = OUTLOOKS[String(facts?.['class'])] ?? 'thấp'
  const counted = target?.indicator.counted ?? 'trường hợp'
  const [allowance, needed, months] = ['allowance', 'needed', 'monthsLeft'].map(
    (name) => facts?.[name],
  )
  const left =
    typeof allowance === 'number'
      ? `; hiện ${allowanceWords(allowance, counted)}`
      : typeof needed === 'number' && needed > 0
        ? `; đến hết năm cần thêm ${count(needed)} ${counted}`
        : ''
  const time = typeof months === 'number' ? `; còn ${count(months)} tháng` : ''
  return `Khả năng hoàn thành chỉ tiêu ${goal} khi hết năm kế hoạch: ${likely} (dự báo)${left}${time}. Dự báo là số liệu ước tính theo mô hình, không phải kết quả.`
}

function allowanceWords(allowance: number, counted: string): string {
  if (allowance === 0) return 'bằng mức tối đa'
  return allowance < 0
    ? `vượt mức tối đa ${count(-allowance)} ${counted}`
    : `thấp hơn mức tối đa ${count(allowance)} ${counted}`
}

/** From when on whom it is told: its sender, the analyst, the leadership. */
function stageWords({ facts }: AlertView): string {
  const stage = facts?.['stage']
  if (typeof stage !== 'number') return ''
  if (stage === 0) return '; ngày cuối là ngày nghỉ, chưa hết ngày làm việc kế tiếp'
  const days = ESCALATION[stage - 1]
  return days === undefined ? '' : `; đã quá hạn từ ${count(days)} ngày làm việc trở lên`
}

function leaveWords({ facts }: AlertView): string {
  return facts?.['leaveKnown'] === 0 ? ` (${noLeaveKnown} của năm, chỉ trừ thứ bảy, chủ nhật)` : ''
}

function lackWords({ covered, expected }: AlertView): string {
  return covered === null || expected === null
    ? ''
    : ` (còn thiếu ${count(expected - covered)} đơn vị)`
}

/** ` (số 12/BC-CAT ngày 25/9/2026)`. */
function issuedWords({ facts }: AlertView): string {
  const [number, on] = [facts?.['number'], facts?.['date']]
  return typeof number === 'string' && typeof on === 'string'
    ? ` (số ${number} ngày ${writeDate(on as never)})`
    : ''
}
