import type { VerdictCode } from '#models/database.ts'
import { beatsBaseRate, type Horizon } from '#models/judgement/backtest.ts'
import type { SignalRow } from '#models/judgement/signal-row.ts'
import type { Goal } from '#models/plans/target.ts'
import { exactChanceWords } from './words-evidence.ts'
import { count, goalWords, percent } from './words-figures.ts'
import { thousandths } from './words-outlook.ts'
import { shareWords } from './words-target-page.ts'

/** Above the table of signals of one goal. */
export function signalTitle(goal: Goal): string {
  return `Chỉ tiêu ${goalWords(goal)}`
}

/** Where the plan itself has no goal that is tested. */
export function exampleTitle(goal: Goal): string {
  return `Ví dụ: chỉ tiêu ${goalWords(goal)}`
}

export const signalColumns = Object.freeze({
  n: 'Mẫu số',
  anyCase: 'Khả năng có ít nhất 1 trường hợp',
  warn: 'Tín hiệu',
  alarm: 'Tín hiệu mạnh',
  detectable: 'Mức thực có khả năng phát hiện 80%',
  most: 'Số tối đa vẫn đạt',
  least: 'Số tối thiểu để đạt',
})

/** A row of the table, in the order of its columns; the chance of any case only below a ceiling. */
export function signalCells(goal: Goal, row: SignalRow): readonly string[] {
  const from = (n: number | null) =>
    n === null ? '–' : `${'below' in goal ? 'từ' : 'đến'} ${count(n)}`
  return [
    count(row.n),
    ...(row.anyCase === null ? [] : [exactChanceWords(row.anyCase)]),
    from(row.warn),
    from(row.alarm),
    row.detectable === null ? '–' : shareWords(row.detectable),
    row.limit === null ? '–' : count(row.limit),
  ]
}

/** How to read a row of the table; what no signal does not say. */
export function powerWords(goal: Goal, { n, warn, detectable }: SignalRow): string {
  if (warn === null || detectable === null) return ''
  const signal =
    'below' in goal
      ? `từ ${count(warn)} trường hợp trở lên mới được coi là tín hiệu`
      : `chỉ đạt ${count(warn)} trở xuống mới được coi là tín hiệu`
  return `Cách đọc: nơi có mẫu số ${count(n)}, ${signal}; khi mức thực từ khoảng ${shareWords(detectable)} ${'below' in goal ? 'trở lên' : 'trở xuống'}, khả năng phát hiện mới đạt 80%. Không có tín hiệu chưa phải là căn cứ để kết luận tình hình tốt.`
}

export const verdictColumns = Object.freeze({ name: 'Kết luận', meaning: 'Ý nghĩa' })

/** In the order in which they are tried: the first that holds is the one that is said. */
export const verdictOrder: readonly VerdictCode[] = [
  'NA',
  'DQ',
  'MISS',
  'ND',
  'OPEN',
  'SIG',
  'NUM',
  'OK?',
  'OK',
]

export const verdictMeanings: Readonly<Record<VerdictCode, string>> = Object.freeze({
  NA: 'Mẫu số bằng 0 khi mọi đơn vị đã báo cáo đủ.',
  DQ: 'Số liệu không thể có, như tử số lớn hơn mẫu số; chờ xác minh rồi mới đánh giá.',
  MISS: 'Không đạt kể cả trong trường hợp thuận lợi nhất từ nay đến hết năm, hoặc đã hết năm mà chưa đủ. Báo cáo còn thiếu không làm thay đổi kết luận này. Đối với chỉ tiêu không đòi hỏi đủ từng trường hợp, chỉ kết luận như vậy ở cấp tỉnh; dưới cấp tỉnh chỉ nêu số đếm và tín hiệu.',
  ND: 'Dưới 80% số đơn vị có số liệu, hoặc kết quả đạt nhưng còn dòng chờ chỉnh lý.',
  OPEN: 'Chỉ tiêu phải đủ từng trường hợp, chưa hết năm: nêu số còn phải thực hiện trên tổng số.',
  SIG: 'Chưa đạt; nếu mức thực đúng bằng chỉ tiêu thì kết quả như vậy hoặc xấu hơn gặp ngẫu nhiên với xác suất không quá 2,5%.',
  NUM: 'Chưa đạt theo số đếm, chưa loại trừ ngẫu nhiên (xác suất trên 2,5%).',
  'OK?': 'Đạt theo số đếm, chưa loại trừ ngẫu nhiên (xác suất trên 2,5%).',
  MET: 'Với chỉ tiêu phải đủ từng trường hợp: đã hết năm, mọi trường hợp đều đủ.',
  OK: 'Đạt; nếu mức thực đúng bằng chỉ tiêu thì kết quả như vậy hoặc tốt hơn gặp ngẫu nhiên với xác suất không quá 2,5%.',
})

export const backtestColumns = Object.freeze({
  months: 'Sau tháng thứ',
  forecasts: 'Số lần dự báo',
  met: 'Số năm đạt',
  brier: 'Điểm Brier',
  base: 'Tỷ lệ nền',
  skill: 'Tốt hơn tỷ lệ nền',
  shown: 'Hiển thị',
})

/** A row of the back-test, in the order of its columns. */
export function backtestCells(
  { course, monthsGone, forecasts, met, brier, base }: Horizon,
  skill: number | null,
): readonly string[] {
  return [
    count(monthsGone),
    count(forecasts),
    count(met),
    thousandths(brier),
    thousandths(base),
    skill === null ? '–' : skill <= 0 ? 'không' : (percent(skill, 1000) as string),
    beatsBaseRate(course, monthsGone) ? 'có' : 'không',
  ]
}

export const reliabilityTitle = 'Dự báo và thực tế'

export const reliabilityNote =
  'Hình: trong các lần dự báo ở mỗi khoảng xác suất, tỷ lệ đạt thực tế (thanh) so với xác suất đã dự báo (vạch đỏ). Dự báo càng đáng tin cậy khi đầu thanh càng gần vạch. Tính cả các tháng mà dự báo không hiển thị.'

/** `70–80%`. */
export function decileWords(decile: number): string {
  return `${decile * 10}–${decile * 10 + 10}%`
}

/** `41/52 lần`. */
export function metWords(met: number, forecasts: number): string {
  return `${count(met)}/${count(forecasts)} lần`
}
