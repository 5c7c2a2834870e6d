import { formById } from '#sources/forms/index.ts'
import { type TallyItemId, tallyItems } from '#sources/forms/tally-items.ts'

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
  job_info_on: 'được cung cấp thông tin việc làm',
  training_on: 'bắt đầu học nghề',
  new_job_on: 'có việc làm mới',
  credit_advised_on: 'được tư vấn chính sách tín dụng',
  loan_guided_on: 'được hướng dẫn thủ tục vay',
  loan_listed_on: 'được lập danh sách gửi Ngân hàng Chính sách xã hội',
  helper_on: 'được phân công tổ chức, cá nhân giúp đỡ (theo xã, phường đang quản lý)',
}

/** `đã được tư vấn, trợ giúp về tâm lý đến hết kỳ`. */
export function doneBy(column: string): string | undefined {
  const what = done[column]
  return what === undefined ? undefined : `đã ${what} đến hết kỳ`
}

export const flags: Words = {
  legal_need: 'cần hỗ trợ thủ tục pháp lý; chưa rà soát tính là cần',
  papers_need: 'còn thiếu giấy tờ; chưa rà soát tính là thiếu',
  job_need: 'có nhu cầu việc làm; chưa rà soát tính là có',
  training_need: 'có nhu cầu học nghề; chưa rà soát tính là có',
  loan_need: 'có nhu cầu vay vốn; chưa rà soát tính là có',
  loan_eligible: 'không thuộc diện đã xác định không đủ điều kiện vay',
  digitised: 'hồ sơ đã số hóa',
  offended: 'có vụ việc phạm tội mới đến giai đoạn được tính trong kỳ, chưa đình chỉ',
  received: 'đã nhận báo cáo',
  on_time: 'báo cáo đến trước hạn',
  issued: 'đã gửi kế hoạch triển khai nêu số của Kế hoạch này (Biểu 16) đến hết kỳ',
}

/** What a column says, by its name and the codes. */
export const says: Words = {
  'employment on_dinh': 'có việc làm ổn định vào ngày cuối kỳ',
  'group A B': 'xếp loại A hoặc B',
  'status hoan_thanh thuong_xuyen': 'nhiệm vụ đã hoàn thành hoặc thực hiện thường xuyên',
}

/** What a column does not say, by its name and the code. */
export const saysNot: Words = {
  'group chua': 'đã được xếp loại',
  'status khong_thuoc': 'nhiệm vụ thuộc trách nhiệm của đơn vị',
}

const things: Words = {
  residents: 'người đang cư trú vào ngày cuối kỳ',
  models: 'mô hình đang hoạt động vào ngày cuối kỳ',
  outstanding: 'mô hình tiêu biểu đang hoạt động vào ngày cuối kỳ',
  individuals: 'cá nhân điển hình được công nhận đến hết kỳ, chưa thôi công nhận',
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
  inmates: 'cộng số phạm nhân đang chấp hành án cuối kỳ',
  all_three: 'cộng số phạm nhân có mặt cuối kỳ được đủ 03 nội dung',
  working_age: 'cộng số phạm nhân trong độ tuổi lao động có mặt cuối kỳ',
  working_age_trained:
    'cộng số phạm nhân trong độ tuổi lao động có mặt cuối kỳ đã được đào tạo nghề',
  owed: 'cộng dư nợ cuối kỳ (nghìn đồng)',
  overdue: 'cộng nợ quá hạn cuối kỳ (nghìn đồng)',
  borrowers: 'cộng số khách hàng còn dư nợ cuối kỳ',
  sentenced: 'cộng số người đang chấp hành án hình sự tại cộng đồng cuối kỳ',
  supervised: 'cộng số người đã có người trực tiếp giám sát, giáo dục',
  means:
    'cộng ngân sách đã chi và tiền xã hội hóa, đóng góp quỹ đã thu, lũy kế từ đầu năm (nghìn đồng)',
  raised: 'cộng tiền xã hội hóa, đóng góp quỹ đã thu, lũy kế từ đầu năm (nghìn đồng)',
  seeking:
    'cộng số người có nhu cầu việc làm của Biểu 01 và Biểu 09, trừ người đồng thời ở Biểu 01',
  informed:
    'cộng số người có nhu cầu đã được cung cấp thông tin việc làm đến hết kỳ của Biểu 01 và Biểu 09, trừ người đồng thời ở Biểu 01',
  files: 'cộng số hồ sơ của Biểu 01 và Biểu 09, trừ hồ sơ đã tính ở Biểu 01',
  files_digitised: 'cộng số hồ sơ đã số hóa của Biểu 01 và Biểu 09, trừ hồ sơ đã tính ở Biểu 01',
}

/** `cộng mục 23 “Xếp loại A”, mục 24 “Xếp loại B” của Biểu số 11/THNCĐ`. */
export function items(names: readonly TallyItemId[]): string {
  const each = names.map((name) => `mục ${tallyItems[name].number} “${tallyItems[name].label}”`)
  return `cộng ${each.join(', ')} của Biểu số 11/THNCĐ`
}

/** Both sayings, or nothing where one of them is missing. */
export function both(first: string | undefined, second: string | undefined): string | undefined {
  return first === undefined || second === undefined ? undefined : `${first}; và ${second}`
}

/** One saying or the other, or nothing where one of them is missing. */
export function either(first: string | undefined, second: string | undefined): string | undefined {
  return first === undefined || second === undefined ? undefined : `${first}, hoặc ${second}`
}

/** What a figure of Thông tư 10's persons adds to a saying. */
export function pastProbation(saying: string | undefined): string | undefined {
  return saying === undefined
    ? undefined
    : `${saying}; không kể người được tha tù trước thời hạn có điều kiện đang trong thời gian thử thách`
}

/** `báo cáo theo Biểu số 01/THNCĐ, theo lịch thu thập`. */
export function owedBy(form: string, schedule: string): string {
  const by = schedule === 'plan' ? 'mà Kế hoạch quy định thời hạn' : 'theo lịch thu thập'
  return `báo cáo theo Biểu số ${formById(form)?.number ?? form}/THNCĐ ${by}`
}
