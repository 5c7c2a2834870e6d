import type { DueState } from '#models/judgement/due.ts'
import type { TaskState } from '#models/judgement/task-state.ts'

/** Where an expected report stands. */
export const dueStateWords: Readonly<Record<DueState, string>> = {
  early: 'gửi trước khi hết kỳ',
  received: 'đúng hạn',
  late: 'chậm',
  awaited: 'chưa đến hạn',
  overdue: 'quá hạn, chưa gửi',
  asked: 'đã đề nghị, chưa gửi',
}

/** Where a task of the plan stands. */
export const taskStateWords: Readonly<Record<TaskState, string>> = {
  done: 'đã hoàn thành',
  'done-late': 'hoàn thành chậm',
  overdue: 'quá hạn, chưa hoàn thành',
  'under-way': 'đang trong hạn',
  regular: 'thực hiện thường xuyên',
  'not-stated': 'chưa hoàn thành, Kế hoạch không nêu thời hạn',
  roadmap: 'thực hiện theo lộ trình',
  'not-theirs': 'không thuộc trách nhiệm',
  'not-reported': 'chưa báo cáo',
}

/** In place of the next working day where the leave of the year is not announced. */
export const noLeaveKnown = 'chưa có lịch nghỉ'
