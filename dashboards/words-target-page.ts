import type { Strength } from '#models/judgement/evidence.ts'
import type { Interval } from '#models/judgement/interval.ts'
import type { Ratio, Target } from '#models/plans/target.ts'
import type { TargetView } from './views.ts'
import type { EvidenceView, MonthsView, TargetCommune } from './views-target.ts'
import { againstGoal } from './words-against.ts'
import { count, goalRatio, goalWords, noSubject, noValue, percent } from './words-figures.ts'
import { countsWords, measuredWords } from './words-measured.ts'

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
export function evidenceWords(
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
  const side = direction === 'above' ? `từ ${of} trở lên` : `${of} hoặc ít hơn`
  return `Nếu mức thật đúng bằng ${percent(...goalRatio(target))} thì khả năng gặp ${side} là ${exactChance(p)}: ${strengthWords(strength)}.`
}

/** A probability for reading: `2,4%`; never rounded to the level of a signal, never nothing, never certain. */
export function exactChance(p: number): string {
  if (p < 0.0001) return 'dưới 0,01%'
  return p > 0.999 ? 'trên 99,9%' : shareWords(p, [25, 1000])
}

function strengthWords(strength: Strength): string {
  switch (strength) {
    case 'strong':
      return 'rất khó do ngẫu nhiên (mức 0,1%)'
    case 'moderate':
      return 'khó do ngẫu nhiên (mức 2,5%)'
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
  'Nói về mức chung đằng sau số đếm của năm; không phải sai số đếm, vì mọi trường hợp đều được đếm.'

export const nobodySilent = 'không'

/** How to read the picture of the pace. */
export function paceNote(grows: boolean, foretold: boolean): string {
  const pace = grows
    ? 'Đường chấm: tiến độ đều đến chỉ tiêu. Dải xám: dao động ngẫu nhiên quanh tiến độ đó (80 trong 100 năm như vậy).'
    : 'Dải xám: dao động ngẫu nhiên quanh chỉ tiêu (80 trong 100 năm như vậy).'
  const ending =
    ' Dải xanh: nơi năm có thể kết thúc (80 trong 100 khả năng); là mô hình, không phải kết quả.'
  return `Đường đậm: kết quả lũy kế; vạch đỏ: chỉ tiêu. ${pace}${foretold ? ending : ''}`
}

/** `dự báo 0,5%–0,7%`, at the picture's edge. */
export function endingWords([low, high]: readonly [number, number]): string {
  return `dự báo ${shareWords(low)}–${shareWords(high)}`
}

export function monthsNote({ kind, points, provisional }: MonthsView): string {
  if (kind === null)
    return `Mới có ${count(points)} điểm; cần ít nhất 7 điểm, mỗi điểm đủ số trường hợp, mới tính được giới hạn dao động.`
  const how =
    kind === 'p-chart'
      ? 'Giới hạn p-chart: mức chung ± 3 độ lệch chuẩn theo quy mô từng tháng'
      : 'Giới hạn XmR: trung bình ± 2,66 lần độ chênh trung bình giữa hai tháng liền nhau'
  const settled = provisional ? ' Dưới 12 điểm, giới hạn còn thay đổi.' : ''
  return `${how}; nét liền: mức chung, nét đứt: giới hạn. Tam giác: xấu đi rõ rệt; vòng tròn: tốt lên rõ rệt (ra ngoài giới hạn, 7 tháng liền một phía, 7 tháng liền tăng hoặc giảm, 2 trong 3 tháng sát giới hạn).${settled}`
}

export function thresholdWords(threshold: number): string {
  return `ngưỡng báo hiệu h = ${decimal(threshold)}`
}

export function cusumNote(p0: number, target: Target): string {
  return `Mỗi trường hợp làm tổng tăng, mỗi người không phát sinh trường hợp làm tổng giảm một ít; chạm ngưỡng là dấu hiệu mức đã tăng gấp đôi so với mức đều của chỉ tiêu ${goalWords(target)} (${exactChance(p0)} mỗi tháng), sau đó tính lại từ 0. Ngưỡng đặt sao cho khi mọi việc bình thường, trung bình khoảng 5 năm mới báo nhầm một lần.`
}

/** Whether and when the sum has signalled. */
export function cusumFinding(names: readonly string[]): string {
  return names.length === 0
    ? 'Trong năm chưa có tháng nào chạm ngưỡng.'
    : `Chạm ngưỡng: ${names.join(', ')} – đề nghị kiểm tra.`
}

export function funnelSize({ indicator }: Target): string {
  return `Quy mô: số ${indicator.counted} trong mẫu số của xã, phường`
}

export const funnelNote =
  'Mỗi điểm là một xã, phường. Đường cong: giới hạn chính xác 2,5% (nét đứt) và 0,1% (nét liền) quanh chỉ tiêu, chỉ để nhìn; tín hiệu tính từ số đếm. Tam giác: tín hiệu (2,5%); tam giác có vòng: tín hiệu mạnh (0,1%). Mũi tên: tỷ lệ nằm trên khung hình, mẫu số rất nhỏ.'

/** How many were tested together, and what staying on the list means. */
export function familyWords(
  { indicator }: Target,
  of: { readonly tested: number; readonly perCent: number; readonly windowName: string },
): string {
  return `Hiệu chỉnh theo số đơn vị (Benjamini–Hochberg): họ kiểm định là ${count(of.tested)} xã, phường có số liệu của chỉ số “${indicator.title}”, ${of.windowName}, cấp xã; trong danh sách giữ lại, tỷ lệ nêu nhầm do ngẫu nhiên không quá ${of.perCent}%. Nơi chưa đủ số liệu không nằm trong họ.`
}

export const noneFlagged = 'Không có xã, phường nào vượt mức dao động ngẫu nhiên.'

export function noneKept(n: number): string {
  return `${count(n)} xã, phường có tín hiệu khi xét riêng, không giữ lại sau hiệu chỉnh: tiếp tục theo dõi.`
}

/** A commune that stays on the list: count, denominator, from when on it is a signal. */
export function flaggedWords(target: Target, commune: TargetCommune): string {
  const { measured, signal, signalAt } = commune
  if (measured === null) return ''
  const strong = signal === 'strong' ? 'tín hiệu mạnh' : 'tín hiệu'
  const at = signalAt === null ? '' : `, ${thresholdOf(target, signalAt)}`
  return `${countsWords(target.indicator, measured)}; ${strong}${at}.`
}

/** `báo tín hiệu từ 3`, `báo tín hiệu khi còn 12 trở xuống`. */
function thresholdOf(target: Target, at: number): string {
  return 'below' in target
    ? `báo tín hiệu từ ${count(at)}`
    : `báo tín hiệu khi chỉ đạt ${count(at)} trở xuống`
}

export const communeColumns = Object.freeze({
  name: 'Xã, phường',
  counts: 'Tử số/mẫu số',
  slack: 'So với chỉ tiêu',
  signalAt: 'Mức báo tín hiệu',
  signal: 'Tín hiệu',
  smoothed: 'Ước lượng làm trơn',
  remaining: 'Còn phải làm',
  share: 'Đã thực hiện',
})

/** `thấp hơn mức tối đa 1`, `bằng mức tối đa`, `vượt 2`; of a floor `còn thiếu 3`, `vừa đủ`, `vượt 4`. */
export function slackWords(target: Target, slack: number | null): string {
  if (slack === null) return '–'
  if ('below' in target) {
    if (slack === 0) return 'bằng mức tối đa'
    return slack < 0 ? `vượt ${count(-slack)}` : `thấp hơn mức tối đa ${count(slack)}`
  }
  if (slack < 0) return `còn thiếu ${count(-slack)}`
  return slack === 0 ? 'vừa đủ' : `vượt ${count(slack)}`
}

/** `từ 3`, `đến 12`; a dash where no count is one. */
export function signalAtWords(target: Target, at: number | null, n: number): string {
  if (at === null || at < 0 || at > n) return '–'
  return 'below' in target ? `từ ${count(at)}` : `đến ${count(at)}`
}

/** `1,38% (0,2%–4,1%)`. */
export function smoothedWords({ rate, low, high }: NonNullable<TargetCommune['smoothed']>): string {
  return `${shareWords(rate)} (${shareWords(low)}–${shareWords(high)})`
}

export const communeNote =
  'Ở cấp xã số trường hợp ít: chỉ nêu số đếm, khoảng cách đến chỉ tiêu và tín hiệu, không đánh giá đạt hay không đạt. Tín hiệu ở bảng này xét riêng từng xã, phường, chưa hiệu chỉnh theo số đơn vị. Ước lượng làm trơn kéo tỷ lệ của nơi có mẫu số nhỏ về mức chung của tỉnh, chỉ để xếp thứ tự, không dùng để kết luận.'

export function allDone(n: number): string {
  return `${count(n)} xã, phường có số liệu đã thực hiện đủ.`
}

export function withoutValue(n: number): string {
  return `${count(n)} xã, phường chưa có số liệu hoặc không phát sinh đối tượng.`
}

/** The rest of a long list of what remains, which the table below has in full. */
export function largestShown(n: number): string {
  return `Hình: ${count(n)} xã, phường còn nhiều việc nhất.`
}

export const targetLink = 'Trang của chỉ tiêu'

export const methodLink = 'Phương pháp đánh giá'

function decimal(n: number): string {
  return n.toFixed(1).replace('.', ',')
}
