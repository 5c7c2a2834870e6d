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

export const signalColumns = Object.freeze({
  n: 'Mẫu số',
  anyCase: 'Khả năng có ít nhất 1 trường hợp',
  warn: 'Tín hiệu',
  alarm: 'Tín hiệu mạnh',
  detectable: 'Mức thật tìm ra được 80%',
  most: 'Nhiều nhất vẫn đạt',
  least: 'Ít nhất để đạt',
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
      ? `phải có từ ${count(warn)} trường hợp thì ngẫu nhiên mới là cách giải thích khó tin`
      : `chỉ đạt ${count(warn)} trở xuống thì ngẫu nhiên mới là cách giải thích khó tin`
  return `Đọc bảng: nơi có ${count(n)} người, ${signal}; mức thật phải đến ${shareWords(detectable)} thì 80 trong 100 nơi như vậy mới báo tín hiệu. Không có tín hiệu không có nghĩa là an toàn.`
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
  MISS: 'Không đạt dù mọi điều còn lại đều thuận lợi, hoặc năm đã hết mà chưa đủ. Báo cáo còn thiếu không làm thay đổi kết luận này. Chỉ tiêu không đòi hỏi đủ từng trường hợp chỉ kết luận như vậy ở cấp tỉnh; dưới cấp tỉnh chỉ nêu số đếm và tín hiệu.',
  ND: 'Dưới 80% số đơn vị có số liệu, hoặc kết quả sẽ đạt nhưng còn dòng chờ chỉnh lý.',
  OPEN: 'Chỉ tiêu phải đủ từng trường hợp, năm chưa hết: nêu còn bao nhiêu trên bao nhiêu.',
  SIG: 'Chưa đạt, và khả năng do ngẫu nhiên không quá 2,5%.',
  NUM: 'Chưa đạt về số đếm, nhưng ngẫu nhiên vẫn giải thích được.',
  'OK?': 'Đạt về số đếm; mức thật có thể vẫn ở phía bên kia chỉ tiêu.',
  MET: 'Với chỉ tiêu phải đủ từng trường hợp: năm đã hết, mọi trường hợp đều đủ.',
  OK: 'Đạt, và khả năng do ngẫu nhiên không quá 2,5%.',
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
    skill === null ? '–' : skill < 0 ? 'không' : (percent(skill, 1000) as string),
    beatsBaseRate(course, monthsGone) ? 'có' : 'không',
  ]
}

export const reliabilityTitle = 'Dự báo và thực tế'

export const reliabilityNote =
  'Hình: trong những lần dự báo ở mỗi khoảng xác suất, phần đã đạt (thanh) so với xác suất đã nói (vạch đỏ). Dự báo đáng tin khi thanh dừng ở vạch.'

/** `70–80%`. */
export function decileWords(decile: number): string {
  return `${decile * 10}–${decile * 10 + 10}%`
}

/** `41/52 lần`. */
export function metWords(met: number, forecasts: number): string {
  return `${count(met)}/${count(forecasts)} lần`
}
