import type { OutlookClass } from '#models/database.ts'
import type { Backtest, Horizon } from '#models/judgement/backtest.ts'
import type { Course } from '#models/judgement/course.ts'
import type { Outlook, OutlookQuestion } from '#models/judgement/outlook.ts'
import type { Target } from '#models/plans/target.ts'
import { capital, count } from './words-figures.ts'

/** An outlook with the question that it answers. */
export interface Foretold {
  readonly question: OutlookQuestion
  readonly outlook: Outlook
}

/** How likely a target is met when its year ends, in the words for officials; what is certain is no forecast. */
export const outlookNames: Readonly<Record<OutlookClass, string>> = Object.freeze({
  secured: 'Chắc chắn hoàn thành chỉ tiêu năm',
  high: 'Khả năng hoàn thành: cao (dự báo)',
  medium: 'Khả năng hoàn thành: trung bình (dự báo)',
  low: 'Khả năng hoàn thành: thấp (dự báo)',
  'very-low': 'Khả năng hoàn thành: rất thấp (dự báo)',
  lost: 'Không còn khả năng hoàn thành trong năm',
})

/**
 * `Khả năng hoàn thành: cao (dự báo); còn thấp hơn mức tối đa 26 người`: the line below a target's verdict; null where there is nothing to say beside it.
 *
 * A certain miss stands in the verdict, and what a duty lacks, too: of that only the run rate is new.
 */
export function outlookLine(target: Target, { question, outlook }: Foretold): string | null {
  const asked = askedWords(target, question, outlook)
  if (outlook.class === 'lost') return null
  if (outlook.class === null) return asked === null ? null : capital(asked)
  const name = outlookNames[outlook.class]
  return asked === null || outlook.class === 'secured' ? name : `${name}; ${asked}`
}

/** `còn thấp hơn mức tối đa 26 người`, `mỗi tháng còn lại cần thêm 7 người`. */
function askedWords(target: Target, { coming }: OutlookQuestion, outlook: Outlook): string | null {
  const { allowance, needed, neededPerMonth, monthsLeft } = outlook
  const { counted } = target.indicator
  if (allowance !== null) {
    if (allowance < 0) return `đã vượt mức tối đa ${count(-allowance)} ${counted}`
    return allowance === 0
      ? 'đã bằng mức tối đa, không để phát sinh thêm'
      : `còn thấp hơn mức tối đa ${count(allowance)} ${counted}`
  }
  if (needed === null || neededPerMonth === null || needed === 0) return null
  const rate = `mỗi tháng còn lại cần thêm ${count(neededPerMonth)} ${counted}`
  if (target.duty || coming === null) return `${rate} (còn ${count(monthsLeft)} tháng)`
  return `${rate} (ước cần ${count(needed)} ${counted} đến hết năm)`
}

/** `khoảng 93%`; nothing that is only likely is called 0 % or 100 %. */
export function likelihoodWords(probability: number): string {
  if (probability < 0.01) return 'dưới 1%'
  return probability > 0.99 ? 'trên 99%' : `khoảng ${Math.round(probability * 100)}%`
}

/** What stands behind the line, for "Xem căn cứ": the chance, the model, what it knew before, and how it fared when it was tried. */
export function outlookGrounds(
  { question, outlook }: Foretold,
  { years, horizons }: Backtest,
): readonly string[] {
  const { course, monthsGone, target } = question
  if (target.duty || outlook.class === 'secured' || outlook.class === 'lost') return []
  const tried = horizons.find((each) => each.course === course && each.monthsGone === monthsGone)
  if (outlook.probability === null || outlook.spread === null || tried === undefined)
    return [switchedOffWords(monthsGone, years, tried !== undefined && question.coming !== null)]
  const [least, largest] = outlook.spread
  const spread =
    likelihoodWords(least) === likelihoodWords(largest)
      ? ''
      : ` (từ ${spanned(least)} đến ${spanned(largest)} tùy số đối tượng phát sinh thêm)`
  return [
    `Dự báo là số liệu ước tính theo mô hình, không phải kết quả. Xác suất hoàn thành chỉ tiêu khi hết năm ${likelihoodWords(outlook.probability)}${spread}.`,
    `${modelWords[course]}; ${question.prior.over > 0 ? 'có tính số liệu năm trước với một nửa trọng số, nhiều nhất bằng 200 đối tượng' : 'chưa có số liệu năm trước để tham khảo'}.`,
    triedWords(tried),
  ]
}

/** By which model a figure of each course is foretold. */
export const modelWords: Readonly<Record<Course, string>> = Object.freeze({
  exposed:
    'Mô hình gamma–Poisson: số trường hợp phát sinh từ nay đến hết năm, tính theo số tháng-người được quản lý đã qua và còn lại',
  entering:
    'Mô hình beta–nhị thức: kết quả của số người sẽ về cư trú đến hết năm, tính theo tỷ lệ đạt từ đầu năm',
  standing:
    'Mô hình beta–nhị thức: kết quả của số người tăng thêm đến hết năm, tính theo tỷ lệ đang đạt',
})

/** What is foretold of each course, as a row of the method page. */
export const courseNames: Readonly<Record<Course, string>> = Object.freeze({
  exposed: 'Số trường hợp phát sinh trong năm (phạm tội mới)',
  entering: 'Tỷ lệ trong số người về trong năm (đào tạo nghề, việc làm mới)',
  standing: 'Tỷ lệ trong số người đang quản lý (việc làm ổn định)',
})

/** What the back-test is, above its table. */
export function backtestWords({ years }: Pick<Backtest, 'years'>): string {
  return `Mỗi loại chỉ tiêu được dự báo lại trên ${count(years)} năm mô phỏng, cuối mỗi tháng chỉ dùng số liệu đã nhận đến lúc đó, rồi đối chiếu với kết quả cuối năm. Điểm Brier là trung bình bình phương sai lệch giữa xác suất dự báo và kết quả, càng nhỏ càng tốt; tỷ lệ nền là dự báo chỉ dựa vào tỷ lệ đạt của các năm mô phỏng khác. Tháng nào mô hình không tốt hơn tỷ lệ nền ít nhất một phần mười thì không hiển thị dự báo.`
}

/** `Kiểm nghiệm sau 9 tháng: điểm Brier 0,031, tỷ lệ nền 0,240 (càng nhỏ càng tốt).` */
export function triedWords({
  monthsGone,
  forecasts,
  brier,
  base,
}: Pick<Horizon, 'monthsGone' | 'forecasts' | 'brier' | 'base'>): string {
  return `Kiểm nghiệm trên ${count(forecasts)} năm mô phỏng, sau ${count(monthsGone)} tháng: điểm Brier ${thousandths(brier)}, của tỷ lệ nền ${thousandths(base)} (càng nhỏ càng tốt).`
}

/** Why nothing is foretold. */
export function switchedOffWords(monthsGone: number, years: number, tried: boolean): string {
  if (!tried) return 'Chưa dự báo khả năng hoàn thành: chưa đủ số liệu các tháng trong năm.'
  return `Chưa dự báo khả năng hoàn thành sau ${count(monthsGone)} tháng: kiểm nghiệm trên ${count(years)} năm mô phỏng chưa cho kết quả tốt hơn hẳn tỷ lệ nền.`
}

/** `0,031`. */
export function thousandths(n: number): string {
  return (n / 1000).toLocaleString('vi-VN', { minimumFractionDigits: 3, maximumFractionDigits: 3 })
}

function spanned(probability: number): string {
  return likelihoodWords(probability).replace(/^khoảng /, '')
}
