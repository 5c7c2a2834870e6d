import type { ProblemCode } from '../problem.ts'
import {
  amountIf,
  amountOf,
  cellOf,
  columnOf,
  listIf,
  type Sentence,
  shownValue,
  textIf,
  textOf,
  textsOf,
  upperFirst,
} from './parts.ts'

const columnMissing: Sentence = (problem) => {
  const { facts } = problem
  const header = columnOf(problem)
  if (header === null) {
    return `Không tìm thấy dòng tiêu đề cột của biểu${listIf(facts['headers'], (headers) => ` (các cột bắt buộc: ${headers})`)}. Đề nghị dùng biểu do hệ thống cấp và giữ nguyên dòng tiêu đề.`
  }
  return `Thiếu ${header}${listIf(facts['nearest'], (near) => ` (gần giống: “${near}”)`)}. Đề nghị khôi phục cột này, giữ nguyên tiêu đề, rồi gửi lại.`
}

const columnTwice: Sentence = (problem) =>
  `${upperFirst(columnOf(problem) ?? 'một cột')} có hơn một lần${listIf(problem.facts['cells'], (cells) => ` (${cells})`)} nên chưa biết lấy cột nào. Đề nghị chỉ giữ một cột.`

const columnUnknown: Sentence = ({ facts }) =>
  `Cột này${textIf(facts['title'], (title) => ` (“${title}”)`)} có số liệu nhưng không phải cột của biểu nên chưa được đọc${listIf(facts['absent'], (headers) => `, trong khi biểu thiếu: ${headers}`)}. Đề nghị ghi lại đúng tiêu đề rồi gửi lại nếu là cột của biểu; nếu không thì bỏ cột.`

const nothingAndNotTicked: Sentence = () =>
  'Biểu không có dòng số liệu nào và chưa đánh dấu “Không phát sinh trong kỳ”. Kỳ này có phát sinh hay không? Đề nghị đánh dấu nếu không phát sinh, hoặc nhập số liệu, rồi gửi lại.'

const tickedWithRows: Sentence = ({ facts }) =>
  `Đã đánh dấu “Không phát sinh trong kỳ” nhưng biểu có ${amountIf(facts['rows'], (rows) => `${rows} `)}dòng số liệu. Đề nghị bỏ đánh dấu, hoặc xóa các dòng, rồi gửi lại.`

const tooManyRows: Sentence = ({ facts }) =>
  facts['problems'] === undefined
    ? `Biểu có quá nhiều dòng${amountIf(facts['most'], (most) => ` (tối đa ${most})`)}. Đề nghị xóa các dòng thừa rồi gửi lại.`
    : `Biểu có hơn ${amountOf(facts['problems'])} chỗ sai nên dừng đọc ở dòng ${textOf(facts['row'])}. Đề nghị kiểm tra xem số liệu có bị lệch cột hay không, sửa rồi gửi lại.`

const hiddenRows: Sentence = ({ facts }) =>
  `Có ${amountIf(facts['rows'], (rows) => `${rows} `)}dòng bị ẩn${textIf(facts['row'], (row) => ` (từ dòng ${row})`)}; các dòng này vẫn được tính. Đề nghị bỏ lọc, bỏ ẩn để kiểm tra; dòng thừa thì xóa rồi gửi lại.`

const hiddenSheet: Sentence = () =>
  'Trang tính bị ẩn có số liệu nhưng không được đọc. Đề nghị bỏ ẩn rồi gửi lại nếu là số liệu của kỳ này; nếu không thì xóa trang.'

const rowTwice: Sentence = (problem) => {
  const { facts } = problem
  if (facts['most'] !== undefined) {
    return 'Biểu này chỉ có một dòng cho mỗi đơn vị; dòng thứ hai làm số liệu bị tính hai lần. Đề nghị dồn vào một dòng.'
  }
  const along = textsOf(facts['along']).map((header) => `“${header}”`)
  const same = along.length === 0 ? '' : ` (cùng ${along.join(', ')})`
  return `${shownValue(problem)} trùng với ${cellOf(facts, 'một dòng khác')}${same}. Đề nghị bỏ dòng trùng rồi gửi lại; khi còn trùng, cả biểu chưa được tiếp nhận.`
}

const categoryMissing: Sentence = ({ facts }) =>
  `Biểu thiếu dòng${listIf(facts['missing'], (missing) => `: ${missing}`)}. Đề nghị ghi đủ các dòng, không phát sinh thì ghi 0.`

/** What is wrong with a sheet. */
export const sheetSentences = {
  'column-missing': columnMissing,
  'column-twice': columnTwice,
  'column-unknown': columnUnknown,
  'nothing-and-not-ticked': nothingAndNotTicked,
  'ticked-with-rows': tickedWithRows,
  'too-many-rows': tooManyRows,
  'hidden-rows': hiddenRows,
  'hidden-sheet': hiddenSheet,
  'row-twice': rowTwice,
  'category-missing': categoryMissing,
} satisfies Partial<Record<ProblemCode, Sentence>>
