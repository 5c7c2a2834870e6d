import { writeDate } from '#sources/vocabulary/date.ts'
import type { DueLine } from './views-standing.ts'
import { noLeaveKnown } from './words-calendar.ts'
import { capital, count } from './words-figures.ts'

/** Headings of what stands where. */
export const standingHeadings = Object.freeze({
  upcoming: 'Sắp đến hạn',
  deliveries: 'Tình hình gửi báo cáo',
  lateness: 'Tiến độ gửi báo cáo',
  byClause: 'Theo thời hạn của Kế hoạch',
  tasks: 'Tiến độ nhiệm vụ',
  qualitative: 'Chỉ tiêu, yêu cầu không có số',
  figures: 'Số liệu theo dõi',
  otherFigures: 'Số liệu theo dõi khác',
  districts: 'Theo huyện, quận, thị xã, thành phố',
  today: 'Trên bản đồ đơn vị hành chính hiện nay',
  review: 'Kết quả tổng kết',
  districtCommunes: 'Các xã, phường, thị trấn',
})

/** `trước ngày 15/6/2026; ngày cuối 14/6/2026 là ngày nghỉ, ngày làm việc kế tiếp: 15/6/2026`; a month or year without a day has only its last day. */
export function dueLineWords({ due, lastDay, workingDay, dayStated }: DueLine): string {
  const strict = dayStated
    ? `trước ngày ${writeDate(due)} (ngày cuối: ${writeDate(lastDay)})`
    : `đến hết ngày ${writeDate(lastDay)} (Kế hoạch không nêu ngày)`
  if (workingDay === null) return `${strict}; ${noLeaveKnown}`
  return workingDay === lastDay
    ? strict
    : `${strict}; ${writeDate(lastDay)} là ngày nghỉ, ngày làm việc kế tiếp: ${writeDate(workingDay)}`
}

/** `còn 3 ngày`, `hôm nay là ngày cuối`. */
export function inDaysWords(days: number): string {
  return days === 0 ? 'hôm nay là ngày cuối' : `còn ${count(days)} ngày`
}

/** `99 đơn vị phải gửi, 2 đơn vị được đề nghị`. */
export function whoWords({ kind, obliged, requested }: DueLine): string {
  const does = kind === 'task' ? 'thực hiện' : 'gửi'
  const parts = [
    ...(obliged > 0 ? [`${count(obliged)} đơn vị phải ${does}`] : []),
    ...(requested > 0 ? [`${count(requested)} đơn vị được đề nghị`] : []),
  ]
  return parts.length === 0 ? 'không nêu đơn vị cụ thể' : parts.join(', ')
}

/** Kinds of what is due. */
export const dueKinds: Readonly<Record<DueLine['kind'], string>> = Object.freeze({
  obligation: 'Chế độ báo cáo',
  task: 'Nhiệm vụ',
  collection: 'Lịch thu thập',
})

export const nothingDue = 'Không có nội dung nào sắp đến hạn.'

/** `Từ 15/11/2025 đến nay đã đến hạn 120 báo cáo: 100 đúng hạn, 10 chậm, 10 chưa gửi.` */
export function deliveryLead(counts: {
  readonly due: number
  readonly received: number
  readonly late: number
  readonly overdue: number
}): string {
  return `Đã đến hạn ${count(counts.due)} báo cáo: ${count(counts.received)} đúng hạn, ${count(counts.late)} chậm, ${count(counts.overdue)} chưa gửi`
}

/** Whose schedule it is, and that it is not the plan's: `Theo hướng dẫn của Công an tỉnh (lịch thu thập, …)`. */
export function collectionHeading(reference: string): string {
  return `${capital(reference)} (lịch thu thập, không phải thời hạn của Kế hoạch)`
}

/** What a table of deliveries is to be read with. */
export const deliveryNote =
  'Tính theo ngày văn bản đến; “trước ngày” không gồm chính ngày đó. “Gửi trước khi hết kỳ”: đến trước ngày cuối của kỳ nên số liệu chưa trọn kỳ. Đơn vị được đề nghị phối hợp không tính là chậm hay quá hạn.'

/** To the page of arrivals. */
export const latenessLink = 'Nhịp gửi của từng biểu, số báo cáo dự kiến còn đến'

/** What a table of tasks is to be read with. */
export const taskNote =
  'Mỗi nhiệm vụ tính một lần cho mỗi đơn vị thực hiện, theo báo cáo gần nhất (Biểu 12). Cơ quan được đề nghị phối hợp không tính là quá hạn.'

/** In place of "quá hạn" for a body that is only asked. */
export const askedTask = 'chưa hoàn thành (đề nghị phối hợp)'

/** What the list of promises without a number is to be read with. */
export const qualitativeNote =
  'Không có mức để so sánh nên không kết luận đạt hay không đạt; kết quả nêu trong báo cáo thuyết minh của các đơn vị.'

/** What figures of districts are to be read with. */
export const districtNote =
  'Ở cấp huyện chỉ nêu kết quả và tín hiệu; chỉ tiêu được đánh giá đạt hay không đạt ở cấp tỉnh.'

/** What a table of the review is to be read with. */
export const reviewNote =
  'Mỗi ô: kết quả/đối tượng theo số liệu tổng hợp do UBND ký. Cả đợt: số phát sinh là tổng các năm; số hiện có lấy theo năm cuối, không cộng các năm.'

/** What figures on the units of today are to be read with. */
export const todayNote =
  'Số liệu của đơn vị cũ được chuyển sang đơn vị hiện nay: đơn vị nhập trọn vẹn chuyển nguyên số; đơn vị bị chia thì chia đều cho các phần, ghi “ước tính”; nơi chưa có căn cứ xác định đơn vị kế thừa ghi “chưa xác định”. Tổng số của Kế hoạch giữ nguyên; không gồm người ở nơi ngoài phạm vi Kế hoạch.'

export const estimateWord = 'ước tính'
export const unknownPlace = 'Chưa xác định'
export const wholeProvince = 'Toàn địa bàn của Kế hoạch'

/** A unit of today as far as the plan's own people live in it: a province may have grown since. */
export function partOfPlan(name: string): string {
  return `${name} (phần địa bàn của Kế hoạch)`
}

/** That there is no figure for the same window of the year before. */
export const noYearBefore = 'không có số liệu cùng kỳ'
