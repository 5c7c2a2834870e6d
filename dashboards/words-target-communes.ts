import type { Target } from '#models/plans/target.ts'
import type { TargetCommune } from './views-target.ts'
import { count } from './words-figures.ts'
import { shareWords } from './words-target-page.ts'

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

/** `1,4% (0,20%–4,1%)`; one share where the communes do not differ beyond chance. */
export function smoothedWords({ rate, low, high }: NonNullable<TargetCommune['smoothed']>): string {
  if (low === high) return shareWords(rate)
  return `${shareWords(rate)} (${shareWords(low)}–${shareWords(high)})`
}

/** How to read the table; a share of few has no verdict below the province, a share of many is compared with the goal and no more. */
export function communeNote(target: Target): string {
  const few =
    'below' in target
      ? 'Ở cấp xã số trường hợp ít: chỉ nêu số đếm, chênh lệch so với chỉ tiêu và tín hiệu, không đánh giá đạt hay không đạt.'
      : 'Ở cấp xã số trường hợp ít: kết quả chỉ là so sánh số đếm với mức của chỉ tiêu, không thay cho đánh giá của tỉnh.'
  return `${few} ${howToRead}`
}

const howToRead =
  'Tín hiệu ở bảng này xét riêng từng xã, phường, chưa hiệu chỉnh theo số đơn vị. Ước lượng làm trơn đưa tỷ lệ của nơi có mẫu số nhỏ về gần mức chung của tỉnh, chỉ để xếp thứ tự, không dùng để kết luận; mọi nơi bằng nhau nghĩa là các xã, phường không khác nhau quá mức dao động ngẫu nhiên.'

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
