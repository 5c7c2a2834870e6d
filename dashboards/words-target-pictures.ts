import type { Target } from '#models/plans/target.ts'
import type { MonthsView, TargetCommune } from './views-target.ts'
import { exactChanceWords } from './words-evidence.ts'
import { count, goalWords } from './words-figures.ts'
import { countsWords } from './words-measured.ts'
import { shareWords } from './words-target-page.ts'

/** How to read the picture of the pace. */
export function paceNote(grows: boolean, foretold: boolean): string {
  const pace = grows
    ? 'Đường chấm: tiến độ đều trong năm để đạt chỉ tiêu. Dải xám: mức dao động ngẫu nhiên quanh tiến độ đó (xác suất 80%).'
    : 'Dải xám: mức dao động ngẫu nhiên quanh chỉ tiêu (xác suất 80%).'
  const ending =
    ' Dải xanh: khoảng dự báo kết quả khi hết năm (xác suất 80%), là số liệu ước tính theo mô hình, không phải kết quả.'
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
      ? 'Giới hạn p-chart: mức trung bình ± 3 độ lệch chuẩn theo mẫu số từng tháng'
      : 'Giới hạn XmR: mức trung bình ± 2,66 lần độ chênh trung bình giữa hai tháng liền nhau'
  const settled = provisional ? ' Dưới 12 điểm, giới hạn còn thay đổi.' : ''
  return `${how}; nét liền: mức trung bình, nét đứt: giới hạn. Tam giác: xấu đi rõ rệt; vòng tròn: tốt lên rõ rệt (ra ngoài giới hạn, 7 tháng liền một phía, 7 tháng liền tăng hoặc giảm, 2 trong 3 tháng sát giới hạn). Trục dọc có thể không bắt đầu từ 0%.${settled}`
}

export function thresholdWords(threshold: number): string {
  return `ngưỡng báo hiệu h = ${decimal(threshold)}`
}

export function cusumNote(p0: number, target: Target): string {
  return `Mỗi trường hợp phát sinh làm tổng tăng, mỗi người không phát sinh làm tổng giảm một ít; chạm ngưỡng là tín hiệu mức phát sinh đã tăng gấp đôi so với mức chia đều theo tháng của chỉ tiêu ${goalWords(target)} (${exactChanceWords(p0)}/tháng), sau đó tính lại từ 0. Ngưỡng được đặt sao cho khi tình hình bình thường, trung bình khoảng 5 năm mới báo nhầm một lần.`
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

/** What the funnel shows, for those who cannot see it: `91 xã, phường, 2 có tín hiệu`. */
export function funnelLabel(
  units: readonly { readonly denominator: number; readonly signal: unknown }[],
): string {
  const drawn = units.filter(({ denominator }) => denominator > 0)
  const signals = drawn.filter(({ signal }) => signal !== null).length
  return `${count(drawn.length)} xã, phường, ${signals === 0 ? 'không nơi nào' : count(signals)} có tín hiệu`
}

export const funnelNote =
  'Mỗi điểm là một xã, phường. Đường cong: giới hạn chính xác 2,5% (nét đứt) và 0,1% (nét liền) quanh chỉ tiêu, chỉ để minh họa; tín hiệu tính từ số đếm nên điểm nằm ngoài đường cong chưa chắc là tín hiệu. Tam giác: tín hiệu (2,5%); tam giác có vòng: tín hiệu mạnh (0,1%). Mũi tên: tỷ lệ vượt khung hình vì mẫu số rất nhỏ.'

/** How many were tested together, and what staying on the list means. */
export function familyWords(
  { indicator }: Target,
  of: { readonly tested: number; readonly perCent: number; readonly windowName: string },
): string {
  return `Nhóm đơn vị được xét cùng nhau: ${count(of.tested)} xã, phường có đủ số liệu về chỉ số “${indicator.title}”, ${of.windowName}. Đã hiệu chỉnh theo số đơn vị (Benjamini–Hochberg): trong danh sách nêu tên, tỷ lệ báo nhầm do ngẫu nhiên không quá ${of.perCent}%. Nơi chưa đủ số liệu không được xét.`
}

export const noneFlagged = 'Không có xã, phường nào có tín hiệu vượt mức dao động ngẫu nhiên.'

export function noneKept(n: number): string {
  return `${count(n)} xã, phường có tín hiệu khi xét riêng nhưng không còn sau khi hiệu chỉnh theo số đơn vị: tiếp tục theo dõi.`
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

function decimal(n: number): string {
  return n.toFixed(1).replace('.', ',')
}
