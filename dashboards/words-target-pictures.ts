import type { Target } from '#models/plans/target.ts'
import type { MonthsView, TargetCommune } from './views-target.ts'
import { exactChanceWords } from './words-evidence.ts'
import { count, goalWords } from './words-figures.ts'
import { countsWords } from './words-measured.ts'
import { shareWords } from './words-target-page.ts'

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
  return `${how}; nét liền: mức chung, nét đứt: giới hạn. Tam giác: xấu đi rõ rệt; vòng tròn: tốt lên rõ rệt (ra ngoài giới hạn, 7 tháng liền một phía, 7 tháng liền tăng hoặc giảm, 2 trong 3 tháng sát giới hạn). Trục dọc có thể không bắt đầu từ 0%.${settled}`
}

export function thresholdWords(threshold: number): string {
  return `ngưỡng báo hiệu h = ${decimal(threshold)}`
}

export function cusumNote(p0: number, target: Target): string {
  return `Mỗi trường hợp làm tổng tăng, mỗi người không phát sinh trường hợp làm tổng giảm một ít; chạm ngưỡng là dấu hiệu mức đã tăng gấp đôi so với mức đều của chỉ tiêu ${goalWords(target)} (${exactChanceWords(p0)} mỗi tháng), sau đó tính lại từ 0. Ngưỡng đặt sao cho khi mọi việc bình thường, trung bình khoảng 5 năm mới báo nhầm một lần.`
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

function decimal(n: number): string {
  return n.toFixed(1).replace('.', ',')
}
