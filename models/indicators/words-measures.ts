import { formById } from '#sources/forms/index.ts'

/**
 * What a measure says in Vietnamese, by the column that it looks at: one line here for every column that a measure names. A column
 * without its line leaves the measure without words, which a test of the catalogue refuses.
 */
type Words = Readonly<Record<string, string>>

export const everyone = 'tất cả, không thêm điều kiện'

/** What was done, by the column of its day. */
const done: Words = {
  received_on: 'được tiếp nhận, lập hồ sơ quản lý',
  counselled_on: 'được tư vấn, trợ giúp về tâm lý',
  legal_on: 'được hỗ trợ thủ tục pháp lý',
  papers_on: 'được cấp giấy tờ',
  job_intro_on: 'được giới thiệu việc làm',
}

/** `đã được tư vấn, trợ giúp về tâm lý đến hết kỳ`. */
export function doneBy(column: string): string | undefined {
  const what = done[column]
  return what === undefined ? undefined : `đã ${what} đến hết kỳ`
}

export const flags: Words = {
  legal_need: 'cần hỗ trợ thủ tục pháp lý; chưa rà soát tính là cần',
  papers_need: 'còn thiếu giấy tờ; chưa rà soát tính là thiếu',
  offended: 'có vụ việc phạm tội mới được tính trong kỳ',
  received: 'đã nhận báo cáo',
  on_time: 'báo cáo đến trước hạn',
}

const things: Words = {
  residents: 'người đang cư trú vào ngày cuối kỳ',
  models: 'mô hình đang hoạt động vào ngày cuối kỳ',
  exemplars: 'điển hình được công nhận từ đầu năm kế hoạch, chưa thôi công nhận',
}

/** `có từ 1 mô hình đang hoạt động vào ngày cuối kỳ trở lên`. */
export function atLeast(column: string, least: number): string | undefined {
  const what = things[column]
  return what === undefined ? undefined : `có ít nhất ${least} ${what}`
}

export const totals: Words = {
  reached: 'cộng số người đã được tuyên truyền, lũy kế từ đầu năm',
  addressed: 'cộng số cán bộ, công chức và người từ đủ 18 tuổi',
  released: 'cộng số phạm nhân ra trại trong kỳ',
  prepared: 'cộng số phạm nhân ra trại trong kỳ đã được đủ 04 biện pháp',
}

/** Both sayings, or nothing where one of them is missing. */
export function both(first: string | undefined, second: string | undefined): string | undefined {
  return first === undefined || second === undefined ? undefined : `${first}; và ${second}`
}

/** `báo cáo theo Biểu số 01/THNCĐ, theo lịch thu thập`. */
export function owedBy(form: string, schedule: string): string {
  const by = schedule === 'plan' ? 'mà Kế hoạch quy định thời hạn' : 'theo lịch thu thập'
  return `báo cáo theo Biểu số ${formById(form)?.number ?? form}/THNCĐ ${by}`
}
