import type { Strength } from '#models/judgement/evidence.ts'
import type { Interval } from '#models/judgement/interval.ts'
import type { Measured } from '#models/measured.ts'
import type { Ratio } from '#models/plans/target.ts'
import type { TargetView } from './views.ts'
import type { EvidenceView } from './views-target.ts'
import { againstGoal } from './words-against.ts'
import { exactChanceWords } from './words-evidence.ts'
import { count, goalRatio, noSubject, noValue, percent } from './words-figures.ts'
import { measuredWords } from './words-measured.ts'

/** Headings of the page of one target, in the order of its reading. */
export const targetHeadings = Object.freeze({
  pages: 'Từng chỉ tiêu',
  finding: 'Kết luận',
  figure: 'Số liệu',
  year: 'Diễn biến lũy kế trong năm',
  pace: 'Tiến độ trong năm và khả năng hoàn thành',
  months: 'Từng tháng, so với mức dao động ngẫu nhiên',
  cusum: 'Phát hiện sớm: tổng tích lũy (CUSUM)',
  funnel: 'Các xã, phường so với chỉ tiêu của Kế hoạch',
  flagged: 'Xã, phường cần kiểm tra',
  communes: 'Từng xã, phường',
  remaining: 'Xã, phường còn việc phải làm',
  grounds: 'Căn cứ và phương pháp',
})

export const findingTerms = Object.freeze({
  verdict: 'Đánh giá',
  fact: 'Kết quả so với chỉ tiêu',
  evidence: 'Mức độ chắc chắn',
  outlook: 'Đến hết năm',
})

/** The comparison of whole numbers: no statistics. */
export function factWords({ target, measured, verdict }: TargetView): string {
  if (measured === null) return `${noValue} trong kỳ.`
  if (measured.denominator === 0) return `${noSubject} trong kỳ.`
  const value = measuredWords(target.indicator, measured, goalRatio(target))
  const against = againstGoal(target, measured)
  const open =
    verdict.fact === 'na' ? ' Chưa kết luận vì còn số liệu chưa đủ hoặc chờ chỉnh lý.' : ''
  return `${value}: ${against}.${open}`
}

/** What chance has to do with it; of a duty, why it has nothing. */
export function certaintyWords(
  { target, measured }: Pick<TargetView, 'target' | 'measured'>,
  evidence: EvidenceView | null,
): string {
  if (target.duty)
    return 'Không xét dao động ngẫu nhiên: chỉ tiêu tính đủ từng trường hợp, còn thiếu bao nhiêu là chưa thực hiện bấy nhiêu.'
  if (measured === null || measured.denominator === 0 || evidence === null)
    return 'Chưa xét vì chưa đủ số liệu.'
  const { direction, p, strength } = evidence
  const { counted } = target.indicator
  const { numerator, denominator } = measured
  const of = `${count(numerator)} trên ${count(denominator)} ${counted}`
  const side =
    direction === 'above' ? `từ ${of} trở lên` : numerator === 0 ? of : `${of} hoặc ít hơn`
  return `Nếu mức thực đúng bằng ${percent(...goalRatio(target))} thì xác suất ngẫu nhiên gặp ${side} là ${exactChanceWords(p)}: ${strengthWords(strength)}.`
}

function strengthWords(strength: Strength): string {
  switch (strength) {
    case 'strong':
      return 'rất ít khả năng do ngẫu nhiên (mức 0,1%)'
    case 'moderate':
      return 'ít khả năng do ngẫu nhiên (mức 2,5%)'
    case null:
      return 'chưa loại trừ ngẫu nhiên (mức 2,5%)'
  }
}

/** A computed share, rounded as {@link percent} rounds counted ones: `0,28%`. */
export function shareWords(share: number, goal?: Ratio): string {
  return percent(Math.round(share * 1_000_000), 1_000_000, goal) as string
}

/** `0,28%–0,65%`. */
export function intervalWords({ low, high }: Interval): string {
  return `${shareWords(low)}–${shareWords(high)}`
}

export const figureTerms = Object.freeze({
  value: 'Kết quả',
  counts: 'Tử số/mẫu số',
  goal: 'Chỉ tiêu',
  interval: 'Khoảng tin cậy 95% (Wilson)',
  coverage: 'Đơn vị có số liệu',
  silent: 'Còn thiếu số liệu',
  window: 'Kỳ',
  previous: 'Kỳ lũy kế trước',
  lastYear: 'Cùng kỳ năm trước',
})

export const intervalNote =
  'Thể hiện mức dao động ngẫu nhiên của kết quả, không phải sai số khi đếm: mọi trường hợp đều được đếm.'

/** Names of the units without a value; how many there are where they have no names here. */
export function silentWords(
  names: readonly string[],
  { unitsExpected, unitsCovered }: Pick<Measured, 'unitsExpected' | 'unitsCovered'>,
): string {
  const missing = unitsExpected - unitsCovered
  if (names.length > 0) return names.join(', ')
  return missing > 0 ? `${count(missing)} đơn vị` : 'không'
}

export const targetLink = 'Trang của chỉ tiêu'

export const methodLink = 'Phương pháp đánh giá'
