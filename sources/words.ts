/**
 * Every sentence that the sender of a file reads about it. A problem is data; here it becomes one Vietnamese sentence, or two: what is
 * wrong with which value, what was expected, and what to do. Values that were masked stay masked.
 */
import { cover } from './forms/cover.ts'
import type { Columns } from './forms/form.ts'
import { anyForms } from './forms/index.ts'
import type { Problem, ProblemCode } from './problem.ts'
import type { Outcome } from './submission.ts'
import { writeCount } from './vocabulary/count.ts'
import { isCalendarDate, writeDate } from './vocabulary/date.ts'

type Sentence = (problem: Problem) => string

export const feedbackTitle = 'Phiếu kiểm tra số liệu'

export const outcomeTitles: Readonly<Record<Outcome, string>> = Object.freeze({
  accepted: 'Đã tiếp nhận',
  partial: 'Tiếp nhận một phần, đề nghị chỉnh lý',
  rejected: 'Chưa tiếp nhận, đề nghị gửi lại',
})

export const severityTitles: Readonly<Record<Problem['severity'], string>> = Object.freeze({
  error: 'Cần sửa',
  warning: 'Lưu ý',
})

/** `Đã đọc 12 dòng, tiếp nhận 11 dòng.` */
export function rowsSentence(read: number, accepted: number): string {
  return `Đã đọc ${writeCount(read)} dòng, tiếp nhận ${writeCount(accepted)} dòng.`
}

/** The whole sentence: sheet, cell and column first, where the problem has them. */
export function messageOf(problem: Problem): string {
  const sentence = sentences[problem.code](problem)
  const where = placeOf(problem)
  return where === null ? upperFirst(sentence) : `${where}: ${lowerFirst(sentence)}`
}

// The file

export const unknownFile: Sentence = () =>
  'Tệp không phải bảng tính .xlsx, tệp CSV hoặc JSON nên không đọc được. Đề nghị gửi bộ biểu do hệ thống cấp.'

export const tooLarge: Sentence = ({ facts }) =>
  `Tệp vượt giới hạn tiếp nhận: ${limits[textOf(facts['limit'])] ?? 'dung lượng'}${amountIf(facts['most'], (most) => `, tối đa ${most}`)}. Đề nghị xóa phần thừa ngoài biểu rồi gửi lại.`

export const hostileFile: Sentence = () =>
  'Tệp có cấu trúc bất thường, có thể gây hại, nên không được mở. Đề nghị chép số liệu sang bộ biểu do hệ thống cấp rồi gửi lại.'

export const damagedFile: Sentence = ({ facts }) =>
  `Tệp bị hỏng hoặc chưa được chép đầy đủ${spotOf(facts)}. Đề nghị mở tệp bằng Excel, lưu lại rồi gửi lại.`

export const password: Sentence = () =>
  'Tệp đặt mật khẩu nên không đọc được. Đề nghị bỏ mật khẩu mở tệp rồi gửi lại qua kênh được cấp.'

export const oldFormat: Sentence = () =>
  'Tệp ở định dạng Excel cũ (.xls). Đề nghị mở bằng Excel, lưu thành “Excel Workbook (.xlsx)” rồi gửi lại.'

export const otherOfficeFormat: Sentence = ({ facts }) =>
  `Tệp ở định dạng ${formats[textOf(facts['format'])] ?? 'khác'}, không phải bộ biểu Excel. Đề nghị lưu hoặc chép sang bộ biểu .xlsx do hệ thống cấp rồi gửi lại.`

export const macro: Sentence = () =>
  'Tệp có macro; macro không được chạy và số liệu vẫn được đọc. Đề nghị lần sau gửi tệp .xlsx không có macro.'

export const secret: Sentence = () =>
  'Văn bản có độ mật không gửi qua hệ thống này. Đề nghị gửi theo quy định về bảo vệ bí mật nhà nước.'

export const emptyWorkbook: Sentence = () =>
  'Tệp không có nội dung. Đề nghị điền bộ biểu, hoặc đánh dấu “Không phát sinh trong kỳ”, rồi gửi lại.'

export const noKnownForm: Sentence = ({ facts, sheet }) => {
  if (facts['other'] !== undefined) {
    return `Biểu này có số liệu ở hai trang tính (trang kia: “${textOf(facts['other'])}”) nên chưa biết lấy trang nào. Đề nghị dồn vào một trang tính rồi gửi lại.`
  }
  if (sheet !== null) return 'Trang tính không phải biểu mẫu của hệ thống nên không được đọc.'
  return `Tệp không có biểu mẫu nào của hệ thống${listIf(facts['known'], (known) => ` (các biểu đang dùng: ${known})`)}. Đề nghị dùng bộ biểu do hệ thống cấp và không đổi tên trang tính, tiêu đề cột.`
}

export const badEncoding: Sentence = ({ facts, severity }) =>
  severity === 'warning'
    ? 'Tệp dùng bảng mã Windows-1258 và đã được chuyển sang Unicode. Đề nghị kiểm tra lại dấu tiếng Việt và lần sau lưu dạng UTF-8.'
    : `Tệp không dùng bảng mã Unicode${textIf(facts['looksLike'], (font) => ` (có vẻ là ${font})`)} nên chữ tiếng Việt không đọc được. Đề nghị chuyển sang Unicode (UTF-8) rồi gửi lại.`

export const badEnvelope: Sentence = ({ facts }) => {
  const missing = textsOf(facts['missing'])
  const wrong = textOf(facts['field'])
  const what =
    missing.length > 0
      ? `thiếu ${missing.join(', ')}`
      : wrong === ''
        ? 'có dòng không đúng dạng'
        : `mục “${wrong}” không dùng được`
  const expected = textOf(facts['expected']) || listOf(facts['known'])
  return `Phần mở đầu của tệp ${what}${expected === '' ? '' : ` (cần: ${expected})`}. Đề nghị ghi đủ biểu, phiên bản, đơn vị, kỳ, lần gửi, có phát sinh hay không rồi gửi lại.`
}

export const readerKilled: Sentence = () =>
  'Tệp không đọc xong trong thời gian và bộ nhớ cho phép nên đã dừng. Đề nghị chép số liệu sang bộ biểu mới do hệ thống cấp rồi gửi lại.'

// The cover

export const coverMissing: Sentence = ({ facts }) =>
  `Tệp thiếu trang “${textOf(facts['expected']) || cover.sheet}” nên chưa biết đơn vị, kỳ báo cáo và lần gửi. Đề nghị dùng đủ bộ biểu do hệ thống cấp.`

export const coverFieldMissing: Sentence = () =>
  'Chưa ghi nội dung bắt buộc này. Đề nghị bổ sung rồi gửi lại.'

export const unknownUnit: Sentence = (problem) => {
  const { facts } = problem
  if (facts['named'] !== undefined) {
    return `${shownValue(problem)} không khớp với mã ${textOf(facts['code'])} là mã của ${textOf(facts['named'])}${nearOf(facts)}. Đề nghị ghi đúng mã và tên của đơn vị mình.`
  }
  return `Mã ${shownValue(problem)} không có trong danh mục đơn vị hành chính${nearOf(facts)}. Đề nghị kiểm tra mã đơn vị.`
}

export const unknownReporter: Sentence = (problem) => {
  const { facts } = problem
  if (facts['issuedTo'] !== undefined) {
    return `Bộ biểu này được cấp cho ${textOf(facts['issuedTo'])} nhưng ghi đơn vị báo cáo là ${textOf(facts['reporter'])}. Đề nghị kiểm tra có lẫn số liệu của đơn vị khác hay không.`
  }
  return `Đơn vị ${shownValue(problem)} không có trong danh sách đơn vị báo cáo của kế hoạch${nearOf(facts)}. Đề nghị kiểm tra mã đơn vị và cơ quan lập biểu.`
}

export const unknownWindow: Sentence = (problem) =>
  `Kỳ báo cáo ${shownValue(problem)} không nhận ra. Đề nghị ghi ${listIf(problem.facts['examples'], (like) => `như: ${like}`) || 'đúng tên kỳ'}; nếu ghi kèm ngày trong ngoặc thì phải đúng ngày đầu và ngày cuối kỳ.`

export const wrongPlan: Sentence = (problem) =>
  `Ghi kế hoạch số ${shownValue(problem)}, trong khi hệ thống đang thu số liệu của ${textIf(problem.facts['expected'], (plan) => `Kế hoạch số ${plan}`) || 'kế hoạch khác'}. Đề nghị dùng bộ biểu của đúng kế hoạch.`

export const notOwed: Sentence = ({ facts }) => {
  const form = textIf(facts['title'], (title) => `biểu “${title}”`) || 'biểu này'
  if (facts['every'] !== undefined) {
    const length = facts['every'] === 'month' ? 'từng tháng' : 'quý, 6 tháng, 9 tháng hoặc năm'
    return `${upperFirst(form)} báo cáo theo ${length}, không nhận cho kỳ ${textOf(facts['window'])}. Đề nghị gửi theo đúng kỳ.`
  }
  return `Theo kế hoạch, ${textOf(facts['reporter']) || 'đơn vị'} không gửi ${form}. Đề nghị kiểm tra đơn vị báo cáo hoặc bỏ biểu này.`
}

export const wrongVersion: Sentence = ({ facts }) =>
  `Biểu mẫu không phải phiên bản đang dùng${textIf(facts['version'], (version) => ` (phiên bản ${version}, hệ thống đang dùng phiên bản ${textOf(facts['expected'])})`)}. Đề nghị tải bộ biểu mới, chép số liệu sang rồi gửi lại.`

export const dataToOutsideWindow: Sentence = (problem) => {
  const { facts } = problem
  if (facts['receivedOn'] !== undefined) {
    return `Số liệu tính đến ngày ${shownDay(problem)}, sau ngày gửi ${textOf(facts['receivedOn'])}. Đề nghị ghi ngày chốt số liệu thực tế.`
  }
  return `Số liệu tính đến ngày ${shownDay(problem)}, ngoài kỳ báo cáo${textIf(facts['from'], (from) => ` (từ ${from} đến ${textOf(facts['last'])})`)}. Đề nghị kiểm tra kỳ và ngày chốt số liệu.`
}

export const dataToEarly: Sentence = (problem) =>
  `Chưa đủ kỳ: số liệu mới tính đến ngày ${shownDay(problem)}${textIf(problem.facts['last'], (last) => `, ngày cuối kỳ là ${last}`)}. Báo cáo vẫn được nhận; đề nghị gửi báo cáo thay thế khi đủ kỳ.`

// The sheet

export const columnMissing: Sentence = (problem) => {
  const { facts } = problem
  const header = columnOf(problem)
  if (header === null) {
    return `Không tìm thấy dòng tiêu đề cột của biểu${listIf(facts['headers'], (headers) => ` (các cột bắt buộc: ${headers})`)}. Đề nghị dùng biểu do hệ thống cấp và giữ nguyên dòng tiêu đề.`
  }
  return `Thiếu ${header}${listIf(facts['nearest'], (near) => ` (gần giống: “${near}”)`)}. Đề nghị khôi phục cột này, giữ nguyên tiêu đề, rồi gửi lại.`
}

export const columnTwice: Sentence = (problem) =>
  `${upperFirst(columnOf(problem) ?? 'một cột')} có hơn một lần${listIf(problem.facts['cells'], (cells) => ` (${cells})`)} nên chưa biết lấy cột nào. Đề nghị chỉ giữ một cột.`

export const nothingAndNotTicked: Sentence = () =>
  'Biểu không có dòng số liệu nào và chưa đánh dấu “Không phát sinh trong kỳ”. Kỳ này có phát sinh hay không? Đề nghị đánh dấu nếu không phát sinh, hoặc nhập số liệu, rồi gửi lại.'

export const tickedWithRows: Sentence = ({ facts }) =>
  `Đã đánh dấu “Không phát sinh trong kỳ” nhưng biểu có ${amountIf(facts['rows'], (rows) => `${rows} `)}dòng số liệu. Đề nghị bỏ đánh dấu, hoặc xóa các dòng, rồi gửi lại.`

export const tooManyRows: Sentence = ({ facts }) =>
  facts['problems'] === undefined
    ? `Biểu có quá nhiều dòng${amountIf(facts['most'], (most) => ` (tối đa ${most})`)}. Đề nghị xóa các dòng thừa rồi gửi lại.`
    : `Biểu có hơn ${amountOf(facts['problems'])} chỗ sai nên dừng đọc ở dòng ${textOf(facts['row'])}. Đề nghị kiểm tra xem số liệu có bị lệch cột hay không, sửa rồi gửi lại.`

export const rowTwice: Sentence = (problem) => {
  const { facts } = problem
  if (facts['most'] !== undefined) {
    return 'Biểu này chỉ có một dòng cho mỗi đơn vị; dòng thứ hai làm số liệu bị tính hai lần. Đề nghị dồn vào một dòng.'
  }
  return `${shownValue(problem)} trùng với ${cellOf(facts, 'một dòng khác')}. Đề nghị bỏ dòng trùng rồi gửi lại; khi còn trùng, cả biểu chưa được tiếp nhận.`
}

export const categoryMissing: Sentence = ({ facts }) =>
  `Biểu thiếu dòng${listIf(facts['missing'], (missing) => `: ${missing}`)}. Đề nghị ghi đủ các dòng, không phát sinh thì ghi 0.`

// The cell

export const required: Sentence = () => 'Bỏ trống ô bắt buộc. Đề nghị bổ sung.'

export const requiredWhen: Sentence = ({ facts }) =>
  `Bỏ trống${textIf(facts['when'], (when) => ` trong khi ${when}`)}. Đề nghị bổ sung.`

export const notADate: Sentence = (problem) => {
  const { facts, cell } = problem
  if (facts['reason'] !== 'month-first') {
    return `${shownValue(problem)} không phải là ngày. Đề nghị ghi ngày/tháng/năm đủ bốn chữ số của năm, ví dụ 05/01/2026.`
  }
  return cell === null
    ? `Có ${amountOf(facts['monthFirst'])} ngày ghi tháng trước ngày, nên ${amountOf(facts['either'])} ngày khác của biểu (như 05/08/2026) có thể bị hiểu sai. Đề nghị rà soát, ghi tất cả theo thứ tự ngày/tháng/năm.`
    : `${shownValue(problem)} ghi tháng trước ngày. Đề nghị ghi theo thứ tự ngày/tháng/năm, ví dụ 25/08/2026.`
}

export const dateOutOfRange: Sentence = (problem) =>
  `Ngày ${shownDay(problem)} nằm ngoài khoảng cho phép${rangeOf(problem.facts)}. Đề nghị kiểm tra năm.`

export const ambiguousNumber: Sentence = (problem) => {
  const [whole = '', decimal = ''] = textsOf(problem.facts['readings'])
  const readings = whole === '' ? ' có hai cách hiểu' : ` có thể là ${whole} hoặc ${decimal}`
  return `${shownValue(problem)}${readings} nên chưa rõ là số nào. Đề nghị ghi liền, không có dấu chấm hoặc dấu phẩy phân cách${whole === '' ? '' : `, ví dụ ${whole.replaceAll('.', '')}`}.`
}

export const notANumber: Sentence = (problem) =>
  `${shownValue(problem)} không phải là số dùng được ở cột này. Đề nghị chỉ ghi chữ số; không có thì ghi 0.`

export const negative: Sentence = (problem) =>
  `${shownValue(problem)} là số âm. Đề nghị ghi số từ 0 trở lên.`

export const outOfRange: Sentence = (problem) =>
  `${shownValue(problem)} nằm ngoài khoảng cho phép${rangeOf(problem.facts)}. Đề nghị kiểm tra lại.`

export const notAChoice: Sentence = (problem) => {
  const choices = listOf(problem.facts['choices'], '; ')
  return `${shownValue(problem)} không có trong danh mục. Đề nghị chọn ${choices === '' ? 'trong danh sách của ô' : `một trong: ${choices}`}.`
}

export const notAnId: Sentence = (problem) => {
  const { facts } = problem
  if (facts['reason'] === 'date') {
    return 'Số này đã bị Excel đổi thành ngày nên không khôi phục được. Đề nghị định dạng ô là Văn bản (Text) rồi ghi lại.'
  }
  return `${shownValue(problem)} không phải là số định danh cá nhân gồm 12 chữ số. Đề nghị đối chiếu giấy tờ; chưa có thì để trống.`
}

export const idDisagrees: Sentence = (problem) => {
  const what = disagreements[textOf(problem.facts['reason'])] ?? 'giới tính hoặc năm sinh'
  return `Số định danh ${shownValue(problem)} không khớp với ${what} đã ghi. Đề nghị đối chiếu giấy tờ, sửa số định danh, năm sinh hoặc giới tính.`
}

export const zeroPadded: Sentence = (problem) =>
  `Số bị mất chữ số 0 ở đầu (${shownValue(problem)}) và đã được đọc là ${textOf(problem.facts['read']) || 'số đủ chữ số'}. Đề nghị kiểm tra, định dạng ô là Văn bản (Text).`

export const unknownCommune: Sentence = (problem) => {
  const { facts } = problem
  const part = textOf(facts['part'])
  const named = part === '' ? shownValue(problem) : `“${part}”`
  if (facts['reason'] === 'other-province') {
    return `${named} là ${listOf(facts['nearest'])}, không thuộc tỉnh báo cáo. Đề nghị ghi xã, phường trong tỉnh.`
  }
  return `${named} không có trong danh mục xã, phường ở thời điểm cuối kỳ${nearOf(facts)}. Đề nghị ghi mã 5 chữ số hoặc đúng tên xã, phường.`
}

export const tooLong: Sentence = ({ facts }) =>
  `Nội dung quá dài${amountIf(facts['most'], (most) => ` (tối đa ${most} ký tự)`)}. Đề nghị ghi ngắn gọn.`

export const formulaWithoutValue: Sentence = () =>
  'Ô có công thức nhưng chưa có kết quả. Đề nghị mở tệp bằng Excel, tính lại (F9), lưu rồi gửi lại, hoặc ghi thẳng giá trị.'

export const errorCell: Sentence = (problem) =>
  `Công thức của ô bị lỗi (${shownValue(problem)}). Đề nghị sửa công thức hoặc ghi thẳng giá trị.`

export const dateOrder: Sentence = (problem) =>
  `Ngày ${shownDay(problem)} sớm hơn ${otherOf(problem.facts, 'ngày phải có trước đó')}. Đề nghị kiểm tra lại hai ngày.`

export const exceeds: Sentence = (problem) =>
  `${shownValue(problem)} lớn hơn ${otherOf(problem.facts, 'số không được vượt quá')}. Đề nghị kiểm tra lại hai số.`

export const sumDiffers: Sentence = (problem) => {
  const { facts } = problem
  const parts = textsOf(facts['parts']).map((part) => `“${part.replace(/^[–-] /, '')}”`)
  const sum = facts['sum'] === undefined ? '' : ` (${amountOf(facts['sum'])})`
  return `${shownValue(problem)} khác tổng${sum} của ${parts.join(', ') || 'các cột thành phần'}. Đề nghị kiểm tra lại.`
}

export const onlyWhen: Sentence = ({ facts }) =>
  `Chỉ ghi khi ${textOf(facts['when']) || 'đủ điều kiện của cột'}. Đề nghị xóa nội dung ô này hoặc sửa cột liên quan.`

export const idInFreeText: Sentence = ({ facts, severity }) => {
  const what = facts['reason'] === 'name' ? 'họ tên người trong danh sách' : 'số giấy tờ cá nhân'
  const then =
    severity === 'error'
      ? 'Cột này không được chứa dữ liệu cá nhân; đề nghị xóa rồi gửi lại'
      : 'Đề nghị không ghi dữ liệu cá nhân ở cột này'
  return `Nội dung ${facts['reason'] === 'id-9' ? 'có thể chứa' : 'chứa'} ${what}. ${then}.`
}

export const staleActivity: Sentence = (problem) =>
  `Mô hình ghi là đang hoạt động nhưng lần hoạt động gần nhất là ${shownDay(problem)}, đã quá 06 tháng. Đề nghị kiểm tra tình trạng hoạt động.`

export const creditEligibility: Sentence = ({ facts }) =>
  facts['reason'] === 'probation'
    ? 'Ghi đủ điều kiện vay trong khi đang trong thời gian thử thách, chưa có giấy chứng nhận (Quyết định 22/2023/QĐ-TTg, Điều 3). Đề nghị kiểm tra lại.'
    : `Đã quá 05 năm kể từ ngày chấp hành xong án phạt tù${textIf(facts['until'], (until) => ` (hết ngày ${until})`)}, không còn đủ điều kiện vay theo Quyết định 22/2023/QĐ-TTg. Đề nghị kiểm tra lại.`

const sentences: Readonly<Record<ProblemCode, Sentence>> = {
  'unknown-file': unknownFile,
  'too-large': tooLarge,
  'hostile-file': hostileFile,
  'damaged-file': damagedFile,
  password,
  'old-format': oldFormat,
  'other-office-format': otherOfficeFormat,
  macro,
  secret,
  'empty-workbook': emptyWorkbook,
  'no-known-form': noKnownForm,
  'bad-encoding': badEncoding,
  'bad-envelope': badEnvelope,
  'reader-killed': readerKilled,
  'cover-missing': coverMissing,
  'cover-field-missing': coverFieldMissing,
  'unknown-unit': unknownUnit,
  'unknown-reporter': unknownReporter,
  'unknown-window': unknownWindow,
  'wrong-plan': wrongPlan,
  'not-owed': notOwed,
  'wrong-version': wrongVersion,
  'data-to-outside-window': dataToOutsideWindow,
  'data-to-early': dataToEarly,
  'column-missing': columnMissing,
  'column-twice': columnTwice,
  'nothing-and-not-ticked': nothingAndNotTicked,
  'ticked-with-rows': tickedWithRows,
  'too-many-rows': tooManyRows,
  'row-twice': rowTwice,
  'category-missing': categoryMissing,
  required,
  'required-when': requiredWhen,
  'not-a-date': notADate,
  'date-out-of-range': dateOutOfRange,
  'ambiguous-number': ambiguousNumber,
  'not-a-number': notANumber,
  negative,
  'out-of-range': outOfRange,
  'not-a-choice': notAChoice,
  'not-an-id': notAnId,
  'id-disagrees': idDisagrees,
  'zero-padded': zeroPadded,
  'unknown-commune': unknownCommune,
  'too-long': tooLong,
  'formula-without-value': formulaWithoutValue,
  'error-cell': errorCell,
  'date-order': dateOrder,
  exceeds,
  'sum-differs': sumDiffers,
  'only-when': onlyWhen,
  'id-in-free-text': idInFreeText,
  'stale-activity': staleActivity,
  'credit-eligibility': creditEligibility,
}

// Words for parts of a sentence

const limits: Readonly<Record<string, string>> = {
  fileBytes: 'dung lượng tệp (byte)',
  entries: 'số thành phần bên trong tệp',
  inflatedBytes: 'dung lượng sau giải nén (byte)',
  ratio: 'tỷ lệ nén',
  sheets: 'số trang tính',
  rows: 'số dòng của một trang tính',
  columns: 'số cột của một trang tính',
  cells: 'số ô có nội dung',
  merges: 'số vùng gộp ô',
  mergeArea: 'số ô của một vùng gộp',
}

const formats: Readonly<Record<string, string>> = {
  docx: 'Word (.docx)',
  doc: 'Word cũ (.doc)',
  pptx: 'PowerPoint (.pptx)',
  ppt: 'PowerPoint cũ (.ppt)',
  xlsb: 'Excel nhị phân (.xlsb)',
  ods: 'OpenDocument (.ods)',
  html: 'trang web lưu dưới tên .xls',
  'xml-2003': 'Excel XML 2003',
}

const disagreements: Readonly<Record<string, string>> = {
  sex: 'giới tính',
  century: 'thế kỷ của năm sinh',
  'birth-year': 'năm sinh',
}

/** `Trang “01.Danh sach”, ô F12, cột “Giới tính”`; null for a problem of the whole file. */
function placeOf(problem: Problem): string | null {
  const { code, sheet, cell } = problem
  const parts = [
    ...(sheet === null ? [] : [`trang “${sheet}”`]),
    ...(cell === null ? [] : [`ô ${cell}`]),
    ...(code.startsWith('column-') ? [] : headingOf(problem)),
  ]
  return parts.length === 0 ? null : upperFirst(parts.join(', '))
}

/** `cột “Giới tính”`, or null when no one column is meant. */
function columnOf(problem: Problem): string | null {
  const header = textOf(problem.facts['header'])
  return header === '' ? (headingOf(problem)[0] ?? null) : `cột “${header}”`
}

/** The header of the field: of the form whose sheet this is, else of any form that has the field; a masked problem keeps no facts. */
function headingOf({ field, sheet }: Problem): readonly string[] {
  if (field === null) return []
  const form =
    anyForms.find((each) => each.sheet === sheet && field in each.columns) ??
    anyForms.find(({ columns }) => field in columns)
  const columns: Columns = cover.columns
  const label = columns[field]
  if (label !== undefined && (form === undefined || sheet === cover.sheet)) {
    return [`mục “${label.header}”`]
  }
  return [form === undefined ? `mục “${field}”` : `cột “${form.columns[field]?.header}”`]
}

function shownValue({ value }: Problem): string {
  if (value === null) return 'giá trị'
  return value.startsWith('‹') ? value : `“${value}”`
}

function shownDay({ value }: Problem): string {
  return value === null ? 'đã ghi' : dayWords(value)
}

/** `“Ngày ra trại” (ô K12: 20/2/2026)`. */
function otherOf(facts: Problem['facts'], otherwise: string): string {
  if (facts['other'] === undefined) return otherwise
  const cell = facts['otherCell'] === undefined ? '' : `ô ${textOf(facts['otherCell'])}: `
  return `“${textOf(facts['other'])}” (${cell}${amountOf(facts['otherValue'])})`
}

function cellOf(facts: Problem['facts'], otherwise: string): string {
  return facts['otherCell'] === undefined ? otherwise : `ô ${textOf(facts['otherCell'])}`
}

function nearOf(facts: Problem['facts']): string {
  return listIf(facts['nearest'], (near) => ` (gần nhất: ${near})`)
}

function rangeOf(facts: Problem['facts']): string {
  const { least, most } = facts
  return least === undefined ? '' : ` (từ ${textOf(least)} đến ${textOf(most)})`
}

function spotOf({ line, cell }: Problem['facts']): string {
  if (line !== undefined) return ` (dòng ${textOf(line)})`
  return cell === undefined ? '' : ` (ô ${textOf(cell)})`
}

type Fact = Problem['facts'][string] | undefined

function textOf(fact: Fact): string {
  if (fact === undefined) return ''
  return typeof fact === 'object' ? fact.join(', ') : dayWords(String(fact))
}

/** Words around a fact; nothing where the fact is unknown, as it is after masking and in a problem kept without facts. */
function textIf(fact: Fact, words: (text: string) => string): string {
  return fact === undefined ? '' : words(textOf(fact))
}

function amountIf(fact: Fact, words: (amount: string) => string): string {
  return fact === undefined ? '' : words(amountOf(fact))
}

function listIf(fact: Fact, words: (list: string) => string): string {
  const list = listOf(fact)
  return list === '' ? '' : words(list)
}

function textsOf(fact: Fact): readonly string[] {
  if (fact === undefined) return []
  return typeof fact === 'object' ? fact : [String(fact)]
}

function listOf(fact: Fact, between = ', '): string {
  return textsOf(fact).join(between)
}

function amountOf(fact: Fact): string {
  return typeof fact === 'number' ? writeCount(fact) : textOf(fact)
}

function dayWords(text: string): string {
  return isCalendarDate(text) ? writeDate(text) : text
}

function upperFirst(words: string): string {
  const [first = '', ...rest] = words
  return first.toUpperCase() + rest.join('')
}

function lowerFirst(sentence: string): string {
  const [first = '', ...rest] = sentence
  return first.toLowerCase() + rest.join('')
}
