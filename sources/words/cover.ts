import { cover } from '../forms/cover.ts'
import type { Pace } from '../forms/frequency.ts'
import type { ProblemCode } from '../problem.ts'
import {
  listIf,
  nearOf,
  type Sentence,
  shownDay,
  shownValue,
  textIf,
  textOf,
  upperFirst,
} from './parts.ts'

const coverMissing: Sentence = ({ facts }) =>
  `Tệp thiếu trang “${textOf(facts['expected']) || cover.sheet}” nên chưa biết đơn vị, kỳ báo cáo và lần gửi. Đề nghị dùng đủ bộ biểu do hệ thống cấp.`

const coverFieldMissing: Sentence = () =>
  'Chưa ghi nội dung bắt buộc này. Đề nghị bổ sung rồi gửi lại.'

const unknownUnit: Sentence = (problem) => {
  const { facts } = problem
  if (facts['named'] !== undefined) {
    return `${shownValue(problem)} không khớp với mã ${textOf(facts['code'])} là mã của ${textOf(facts['named'])}${nearOf(facts)}. Đề nghị ghi đúng mã và tên của đơn vị mình.`
  }
  return `Mã ${shownValue(problem)} không có trong danh mục đơn vị hành chính${nearOf(facts)}. Đề nghị kiểm tra mã đơn vị.`
}

const unknownReporter: Sentence = (problem) => {
  const { facts } = problem
  if (facts['issuedTo'] !== undefined) {
    return `Bộ biểu này được cấp cho ${textOf(facts['issuedTo'])} nhưng ghi đơn vị báo cáo là ${textOf(facts['reporter'])}. Đề nghị kiểm tra có lẫn số liệu của đơn vị khác hay không.`
  }
  return `Đơn vị ${shownValue(problem)} không có trong danh sách đơn vị báo cáo của kế hoạch${nearOf(facts)}. Đề nghị kiểm tra mã đơn vị và cơ quan lập biểu.`
}

const unknownWindow: Sentence = (problem) =>
  `Kỳ báo cáo ${shownValue(problem)} không nhận ra. Đề nghị ghi ${listIf(problem.facts['examples'], (like) => `như: ${like}`) || 'đúng tên kỳ'}; nếu ghi kèm ngày trong ngoặc thì phải đúng ngày đầu và ngày cuối kỳ.`

const wrongPlan: Sentence = (problem) =>
  `Ghi kế hoạch số ${shownValue(problem)}, trong khi hệ thống đang thu số liệu của ${textIf(problem.facts['expected'], (plan) => `Kế hoạch số ${plan}`) || 'kế hoạch khác'}. Đề nghị dùng bộ biểu của đúng kế hoạch.`

const notOwed: Sentence = ({ facts }) => {
  const form = textIf(facts['title'], (title) => `biểu “${title}”`) || 'biểu này'
  if (facts['every'] !== undefined) {
    const length = paces[textOf(facts['every'])] ?? 'kỳ của kế hoạch'
    return `${upperFirst(form)} báo cáo theo ${length}, không nhận cho kỳ ${textOf(facts['window'])}. Đề nghị gửi theo đúng kỳ.`
  }
  return `Theo kế hoạch, ${textOf(facts['reporter']) || 'đơn vị'} không gửi ${form}. Đề nghị kiểm tra đơn vị báo cáo hoặc bỏ biểu này.`
}

const wrongVersion: Sentence = ({ facts }) =>
  `Biểu mẫu không phải phiên bản đang dùng${textIf(facts['version'], (version) => ` (phiên bản ${version}, hệ thống đang dùng phiên bản ${textOf(facts['expected'])})`)}. Đề nghị tải bộ biểu mới, chép số liệu sang rồi gửi lại.`

const dataToOutsideWindow: Sentence = (problem) => {
  const { facts } = problem
  if (facts['receivedOn'] !== undefined) {
    return `Số liệu tính đến ngày ${shownDay(problem)}, sau ngày gửi ${textOf(facts['receivedOn'])}. Đề nghị ghi ngày chốt số liệu thực tế.`
  }
  return `Số liệu tính đến ngày ${shownDay(problem)}, ngoài kỳ báo cáo${textIf(facts['from'], (from) => ` (từ ${from} đến ${textOf(facts['last'])})`)}. Đề nghị kiểm tra kỳ và ngày chốt số liệu.`
}

const dataToEarly: Sentence = (problem) =>
  `Chưa đủ kỳ: số liệu mới tính đến ngày ${shownDay(problem)}${textIf(problem.facts['last'], (last) => `, ngày cuối kỳ là ${last}`)}. Báo cáo vẫn được nhận; đề nghị gửi báo cáo thay thế khi đủ kỳ.`

const paces: Readonly<Record<string, string>> = {
  month: 'từng tháng',
  quarter: 'quý, 6 tháng, 9 tháng hoặc năm',
  'half-year': '6 tháng hoặc năm',
  year: 'năm',
  review: 'kỳ tổng kết nêu trong Kế hoạch',
} satisfies Record<Pace, string>

/** What is wrong with the cover. */
export const coverSentences = {
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
} satisfies Partial<Record<ProblemCode, Sentence>>
