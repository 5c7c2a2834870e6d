import { writeDate } from '#sources/vocabulary/date.ts'
import { assignedWords, formNumbers, formTitle, windowWords } from '../words.ts'
import type { FeedbackSheet } from './feedback.ts'

/** In order of the forms' numbers. */
export function byForm(a: FeedbackSheet, b: FeedbackSheet): number {
  return a.formNumber < b.formNumber ? -1 : 1
}

/** Which form it is, who sent it for which window, and what else is to be known of it. */
export function sheetWords(sheet: FeedbackSheet) {
  const { formNumber, reporterName, window, revision, assigned, dataTo } = sheet
  return {
    title: `${formNumbers([formNumber])} – ${formTitle(sheet.formTitle)}`,
    who: `Đơn vị: ${reporterName ?? 'chưa xác định'}; kỳ: ${window === null ? 'chưa xác định' : windowWords(window)}; lần gửi: ${revision ?? 'chưa xác định'}`,
    more: [
      ...(assigned ? [assignedWords] : []),
      ...(dataTo === null ? [] : [`Số liệu tính đến hết ngày ${writeDate(dataTo)}`]),
    ],
  }
}
