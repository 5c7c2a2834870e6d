import type { Catalogue } from '#models/catalogue/catalogue.ts'
import type { ColumnFacts, FormFacts } from '#models/catalogue/form.ts'
import type { Indicator, Source } from '#models/indicators/indicator.ts'
import type { Plan } from '#models/plans/plan.ts'

/** Headings, terms and columns of the catalogue. */
export const catalogueWords = Object.freeze({
  title: 'Danh mục chỉ số, biểu mẫu, kế hoạch',
  lead: 'Sinh ra từ chính các định nghĩa mà hệ thống dùng để tính; tên mã để trong kiểu chữ máy.',
  indicators: 'Chỉ số',
  populations: 'Đối tượng',
  forms: 'Biểu mẫu',
  plans: 'Kế hoạch',
  code: 'Mã',
  choices: 'Tham số',
  ways: 'Cách tính',
  standard: 'Cách tính mặc định',
  columns: 'Các cột',
  checks: 'Kiểm tra khi nhận',
  asked: 'Thu thập theo kế hoạch',
  all: 'mọi đơn vị',
  addedUp: 'Mỗi dòng cộng thêm giá trị của cột; không đếm dòng.',
  numeratorToo: 'Tử số chỉ đếm trong số đã thuộc mẫu số.',
  unstated: 'Kế hoạch không nêu',
  blank: 'bản văn để trống',
  headLost: 'không có trong bản văn',
  byReviews: 'theo các đợt tổng kết nêu dưới đây',
  estimated: 'có; mẫu số là toàn bộ người dân theo ước tính của đơn vị báo cáo, khi in ghi “ước”',
  amount: 'có; tử số là nghìn đồng, mẫu số là số người vay, không chia thành tỷ lệ',
  settles: (months: number) => `sau ${months} tháng kể từ khi hết kỳ; trước đó là số sơ bộ`,
})

type Words<K extends string> = Readonly<Record<K, string>>

export const subjectWords: Words<Catalogue['populations'][number]['subject']> = {
  person: 'một người',
  unit: 'một đơn vị hành chính',
  reporter: 'một báo cáo của một đơn vị',
}

export const sensitivityWords: Words<Indicator['sensitivity']> = {
  person: 'tính từ dữ liệu cá nhân; chỉ đưa ra số tổng hợp',
  unit: 'số liệu của từng đơn vị',
  public: 'số liệu tổng hợp, không chạm đến cá nhân',
}

export const basisWords: Words<Indicator['basis']> = {
  register: 'danh sách từng người (Biểu số 01/THNCĐ)',
  tally: 'số liệu tổng hợp do UBND ký (Biểu số 11/THNCĐ)',
  form: 'biểu mẫu chuyên đề',
}

export const finestWords: Readonly<Record<string, string>> = {
  month: 'tháng',
  quarter: 'quý',
  'half-year': '6 tháng',
  year: 'năm',
}

export const levels = Object.freeze({
  all: 'xã, phường; huyện (khi còn cấp huyện); tỉnh',
  province: 'tỉnh',
})

export const betterWords: Words<Indicator['better']> = {
  higher: 'càng cao càng tốt',
  lower: 'càng thấp càng tốt',
}

export const themeWords: Words<Indicator['theme']> = {
  reoffending: 'tái phạm tội',
  support: 'tiếp nhận, hỗ trợ',
  employment: 'việc làm',
  models: 'mô hình, điển hình',
  communication: 'tuyên truyền',
  facilities: 'cơ sở giam giữ',
  credit: 'tín dụng',
  reporting: 'chế độ báo cáo',
}

export const modeWords: Words<Source['mode']> = {
  close: 'báo cáo của kỳ gửi kết thúc cùng kỳ tính',
  each: 'báo cáo của mọi kỳ gửi nằm trong kỳ tính',
  since: 'danh sách gửi từ cuối kỳ tính trở đi',
  told: 'báo cáo của đúng kỳ tính; kỳ tính từ đầu năm thì lấy số lũy kế của báo cáo cuối kỳ',
}

export const fromWords: Words<Source['from']> = {
  unit: 'của chính đơn vị',
  province: 'của cấp tỉnh',
}

/** How often something is sent, at the pace of a form or of a line of the collection. */
export const paceWords: Words<FormFacts['every'] | Plan['collection'][number]['every']> = {
  month: 'hằng tháng',
  quarter: 'hằng quý',
  'half-year': '6 tháng một lần',
  year: 'hằng năm',
  review: 'mỗi đợt tổng kết',
  'plan-cycle': 'theo kỳ báo cáo của kế hoạch',
  'when-issued': 'khi ban hành văn bản',
}

export const kindWords: Words<ColumnFacts['kind']> = {
  text: 'chữ',
  count: 'số nguyên',
  money: 'tiền',
  year: 'năm',
  date: 'ngày',
  choice: 'chọn',
  'national-id': 'số định danh',
  commune: 'xã, phường',
}

export const needWords: Words<ColumnFacts['need']> = {
  required: 'bắt buộc',
  conditional: 'có điều kiện',
  optional: 'không bắt buộc',
}

export const storeWords: Words<ColumnFacts['store']> = {
  vault: 'chỉ trong kho mã hóa',
  identifier: 'kho mã hóa; ra ngoài là bí danh',
  person: 'kho số liệu, dòng của người',
  unit: 'kho số liệu, dòng của đơn vị',
  none: 'không lưu',
}

export const presetWords: Words<NonNullable<FormFacts['preset']>['kind']> = {
  fixed: 'dòng in sẵn, gửi đủ và không thêm dòng',
  begun: 'dòng in sẵn, có thể thêm dòng',
  suggested: 'dòng gợi ý, được sửa',
}

/** `BIỂU … SỐ 22/2023/QĐ-TTg` as it stands in a sentence; what holds a digit is no word. */
export function sentenceCase(title: string): string {
  const lower = title.replaceAll(/\S+/g, (word) => (/\d/.test(word) ? word : word.toLowerCase()))
  const named = lower.replaceAll('quyết định số', 'Quyết định số')
  return named.charAt(0).toUpperCase() + named.slice(1)
}

/** `Biểu số 01/THNCĐ`. */
export function formNumber(number: string): string {
  return `Biểu số ${number}/THNCĐ`
}
