import type { ReconciliationKind } from '#models/database.ts'
import type { ReconciliationView } from './views.ts'
import { count } from './words-figures.ts'
import { millions } from './words-measured.ts'

/** Two sources of one number side by side, and that neither was picked silently. */
export function reconciliationWords(view: ReconciliationView): string {
  return SENTENCES[view.kind](view)
}

type Sentence = (view: ReconciliationView) => string

const SENTENCES: Readonly<Record<ReconciliationKind, Sentence>> = {
  'notices-returns': (view) =>
    `Cơ sở giam giữ thông báo ${count(view.left)} người ra trại, danh sách của xã, phường ghi nhận ${count(view.right)} người mới ra trại về cư trú${where(view)}; đề nghị đối chiếu.`,
  'offence-not-managed': ({ left }) =>
    `${count(left)} người bị khởi tố về hành vi phạm tội mới không có trong danh sách quản lý của xã, phường nào, không tính vào tử số.`,
  'register-tally': (view) =>
    `${itemOf(view)}: danh sách của Công an cấp xã (Biểu số 01) có ${count(view.left)}, số liệu tổng hợp của UBND cấp xã (Biểu số 11) là ${count(view.right)}${where(view)}; đề nghị đối chiếu.`,
  'listed-credit': (view) =>
    `Danh sách của xã, phường ghi ${count(view.left)} người đã lập danh sách gửi Ngân hàng Chính sách xã hội (Mẫu số 01), ngân hàng nhận được ${count(view.right)} người${where(view)}; đề nghị đối chiếu.`,
  'moves-out': (view) =>
    `${count(view.left)} người được nơi đi ghi là chuyển nơi cư trú trong tỉnh, trong đó nơi đến đã ghi nhận ${count(view.right)} người${where(view)}; đề nghị hai đơn vị đối chiếu.`,
  'moves-in': (view) =>
    `${count(view.left)} người được nơi đến ghi là chuyển đến từ xã, phường khác trong tỉnh, trong đó nơi đi đã ghi chuyển ${count(view.right)} người${where(view)}; đề nghị hai đơn vị đối chiếu.`,
  'opening-closing': (view) =>
    `${itemOf(view)}: số đầu kỳ là ${count(view.right)}, số cuối kỳ trước là ${count(view.left)}${where(view)}; đề nghị kiểm tra lại.`,
  'credit-balance': (view) =>
    `Dư nợ cuối kỳ là ${millions(view.right)} triệu đồng; dư nợ kỳ trước cộng doanh số cho vay, trừ doanh số thu nợ là ${millions(view.left)} triệu đồng${where(view)}; đề nghị kiểm tra lại.`,
  'running-total': (view) =>
    `${itemOf(view)}: số lũy kế từ đầu năm giảm từ ${count(view.left)} kỳ trước còn ${count(view.right)}${where(view)}; đề nghị kiểm tra lại.`,
}

function itemOf({ label }: ReconciliationView): string {
  return `Mục “${label ?? 'chưa xác định'}”`
}

/** On the page of one commune there is only one. */
function where({ units }: ReconciliationView): string {
  return units === 1 ? '' : `, chênh lệch ở ${count(units)} đơn vị`
}
