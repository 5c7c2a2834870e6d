import type { Problem, ProblemCode } from '../problem.ts'
import {
  amountIf,
  amountOf,
  listOf,
  nearOf,
  otherOf,
  rangeOf,
  type Sentence,
  shownDay,
  shownValue,
  textIf,
  textOf,
  textsOf,
} from './parts.ts'

const required: Sentence = () => 'Bỏ trống ô bắt buộc. Đề nghị bổ sung.'

const requiredWhen: Sentence = ({ facts }) =>
  `Bỏ trống${textIf(facts['when'], (when) => ` trong khi ${when}`)}. Đề nghị bổ sung.`

const notADate: Sentence = (problem) => {
  const { facts, cell } = problem
  if (facts['reason'] !== 'month-first') {
    return `${shownValue(problem)} không phải là ngày. Đề nghị ghi ngày/tháng/năm đủ bốn chữ số của năm, ví dụ 05/01/2026.`
  }
  return cell === null
    ? `Có ${amountOf(facts['monthFirst'])} ngày ghi tháng trước ngày, nên ${amountOf(facts['either'])} ngày khác của biểu (như 05/08/2026) có thể bị hiểu sai. Đề nghị rà soát, ghi tất cả theo thứ tự ngày/tháng/năm.`
    : `${shownValue(problem)} ghi tháng trước ngày. Đề nghị ghi theo thứ tự ngày/tháng/năm, ví dụ 25/08/2026.`
}

const dateOutOfRange: Sentence = (problem) =>
  `Ngày ${shownDay(problem)} nằm ngoài khoảng cho phép${rangeOf(problem.facts)}. Đề nghị kiểm tra năm.`

const ambiguousNumber: Sentence = (problem) => {
  const [whole = '', decimal = ''] = textsOf(problem.facts['readings'])
  const readings = whole === '' ? ' có hai cách hiểu' : ` có thể là ${whole} hoặc ${decimal}`
  return `${shownValue(problem)}${readings} nên chưa rõ là số nào. Đề nghị ghi liền, không có dấu chấm hoặc dấu phẩy phân cách${whole === '' ? '' : `, ví dụ ${whole.replaceAll('.', '')}`}.`
}

const notANumber: Sentence = (problem) => {
  const { reason, least } = problem.facts
  if (reason === 'year') {
    return `${shownValue(problem)} không phải là năm. Đề nghị ghi năm gồm 4 chữ số, ví dụ 1985.`
  }
  const none = least === undefined ? '; không có thì ghi 0' : `, từ ${textOf(least)} trở lên`
  return `${shownValue(problem)} không phải là số dùng được ở cột này. Đề nghị chỉ ghi chữ số${none}.`
}

const negative: Sentence = (problem) =>
  `${shownValue(problem)} là số âm. Đề nghị ghi số từ ${textOf(problem.facts['least'] ?? 0)} trở lên.`

const outOfRange: Sentence = (problem) =>
  `${shownValue(problem)} nằm ngoài khoảng cho phép${rangeOf(problem.facts)}. Đề nghị kiểm tra lại.`

const notAChoice: Sentence = (problem) => {
  const choices = listOf(problem.facts['choices'], '; ')
  return `${shownValue(problem)} không có trong danh mục. Đề nghị chọn ${choices === '' ? 'trong danh sách của ô' : `một trong: ${choices}`}.`
}

const notAnId: Sentence = (problem) => {
  const { facts } = problem
  if (facts['reason'] === 'date') {
    return 'Số này đã bị Excel đổi thành ngày nên không khôi phục được. Đề nghị định dạng ô là Văn bản (Text) rồi ghi lại.'
  }
  if (facts['reason'] === 'rounded') {
    return `${shownValue(problem)} là số đã bị làm tròn nên không khôi phục được. Đề nghị định dạng ô là Văn bản (Text) rồi ghi lại đủ các chữ số.`
  }
  return `${shownValue(problem)} không phải là số định danh cá nhân gồm 12 chữ số. Đề nghị đối chiếu giấy tờ; chưa có thì để trống.`
}

const idDisagrees: Sentence = (problem) => {
  const reason = textOf(problem.facts['reason'])
  const what = disagreements[reason] ?? 'giới tính hoặc năm sinh'
  const other = reason === '' ? what : reason === 'sex' ? 'giới tính' : 'năm sinh'
  return `Số định danh ${shownValue(problem)} không khớp với ${what} đã ghi. Đề nghị đối chiếu giấy tờ, sửa số định danh hoặc ${other}.`
}

const zeroPadded: Sentence = (problem) =>
  `Số bị mất chữ số 0 ở đầu (${shownValue(problem)}) và đã được đọc là ${textOf(problem.facts['read']) || 'số đủ chữ số'}. Đề nghị kiểm tra, định dạng ô là Văn bản (Text).`

const unknownCommune: Sentence = (problem) => {
  const { facts } = problem
  const part = textOf(facts['part'])
  const named = part === '' ? shownValue(problem) : `“${part}”`
  if (facts['reason'] === 'other-province') {
    return `${named} là ${listOf(facts['nearest'])}, không thuộc tỉnh báo cáo. Đề nghị ghi xã, phường trong tỉnh.`
  }
  if (facts['reason'] === 'ambiguous') {
    return `${named} là tên của nhiều xã, phường: ${listOf(facts['nearest'], '; ')}. Đề nghị ghi mã 5 chữ số của xã, phường cần ghi.`
  }
  return `${named} không có trong danh mục xã, phường ở thời điểm cuối kỳ${nearOf(facts)}. Đề nghị ghi mã 5 chữ số hoặc đúng tên xã, phường.`
}

const tooLong: Sentence = ({ facts }) =>
  `Nội dung quá dài${amountIf(facts['most'], (most) => ` (tối đa ${most} ký tự)`)}. Đề nghị ghi ngắn gọn.`

const formulaWithoutValue: Sentence = () =>
  'Ô có công thức nhưng chưa có kết quả. Đề nghị mở tệp bằng Excel, tính lại (F9), lưu rồi gửi lại, hoặc ghi thẳng giá trị.'

const errorCell: Sentence = (problem) =>
  `Công thức của ô bị lỗi (${shownValue(problem)}). Đề nghị sửa công thức hoặc ghi thẳng giá trị.`

const dateOrder: Sentence = (problem) =>
  `Ngày ${shownDay(problem)} sớm hơn ${otherOf(problem.facts, 'ngày phải có trước đó')}. Đề nghị kiểm tra lại hai ngày.`

const exceeds: Sentence = (problem) =>
  `${shownValue(problem)} lớn hơn ${otherOf(problem.facts, 'số không được vượt quá')}. Đề nghị kiểm tra lại hai số.`

const sumDiffers: Sentence = (problem) => {
  const { facts } = problem
  const sum = amountIf(facts['sum'], (n) => ` (${n})`)
  const less = quoted(facts['less'])
  return less === ''
    ? `${shownValue(problem)} khác tổng${sum} của ${quoted(facts['parts']) || 'các cột thành phần'}. Đề nghị kiểm tra lại.`
    : `${shownValue(problem)} khác kết quả${sum} của tổng ${quoted(facts['parts'])} trừ ${less}. Đề nghị kiểm tra lại.`
}

const partsExceed: Sentence = (problem) => {
  const { facts } = problem
  return `${shownValue(problem)} nhỏ hơn tổng${amountIf(facts['sum'], (n) => ` (${n})`)} của ${quoted(facts['parts']) || 'các nội dung thành phần'}. Đề nghị kiểm tra lại.`
}

const otherOwner: Sentence = ({ facts }) =>
  `Cột này do ${textOf(facts['owner']) || 'cơ quan khác'} báo cáo; nội dung đã ghi không được sử dụng. Đề nghị để trống.`

const onlyWhen: Sentence = ({ facts }) =>
  `Chỉ ghi khi ${textOf(facts['when']) || 'đủ điều kiện của cột'}. Đề nghị xóa nội dung ô này hoặc sửa cột liên quan.`

const idInFreeText: Sentence = ({ facts, severity }) => {
  const what = facts['reason'] === 'name' ? 'họ tên người trong danh sách' : 'số giấy tờ cá nhân'
  const then =
    severity === 'error'
      ? 'Cột này không được chứa dữ liệu cá nhân; đề nghị xóa rồi gửi lại'
      : 'Đề nghị không ghi dữ liệu cá nhân ở cột này'
  return `Nội dung ${facts['reason'] === 'id-9' ? 'có thể chứa' : 'chứa'} ${what}. ${then}.`
}

const staleActivity: Sentence = (problem) =>
  `Mô hình ghi là đang hoạt động nhưng lần hoạt động gần nhất là ${shownDay(problem)}, đã quá 06 tháng. Đề nghị kiểm tra tình trạng hoạt động.`

const creditEligibility: Sentence = ({ facts }) =>
  facts['reason'] === 'probation'
    ? 'Ghi đủ điều kiện vay trong khi đang trong thời gian thử thách, chưa có giấy chứng nhận (Quyết định 22/2023/QĐ-TTg, Điều 3). Đề nghị kiểm tra lại.'
    : `Đã quá 05 năm kể từ ngày chấp hành xong án phạt tù${textIf(facts['until'], (until) => ` (hết ngày ${until})`)}, không còn đủ điều kiện vay theo Quyết định 22/2023/QĐ-TTg. Đề nghị kiểm tra lại.`

/** What is wrong with a cell or a row. */
export const cellSentences = {
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
  'parts-exceed': partsExceed,
  'only-when': onlyWhen,
  'other-owner': otherOwner,
  'id-in-free-text': idInFreeText,
  'stale-activity': staleActivity,
  'credit-eligibility': creditEligibility,
} satisfies Partial<Record<ProblemCode, Sentence>>

/** `“Được đặc xá”, “Khác”`: dashes before parts are of the sheet, not of the name. */
function quoted(parts: Problem['facts'][string] | undefined): string {
  return textsOf(parts)
    .map((part) => `“${part.replace(/^[–-] /, '')}”`)
    .join(', ')
}

const disagreements: Readonly<Record<string, string>> = {
  sex: 'giới tính',
  century: 'thế kỷ của năm sinh',
  'birth-year': 'năm sinh',
}
