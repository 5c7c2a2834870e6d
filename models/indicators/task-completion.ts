import { tasks } from '../core/tasks.ts'
import { defineIndicator } from './indicator.ts'
import { says, saysNot } from './measures.ts'
import { committees } from './sources.ts'

/** Tasks done, or done all the time, of all that bodies have under the plan; who says that one is not its own has one fewer. */
export const taskCompletion = defineIndicator({
  id: 'task-completion',
  title: 'Tỷ lệ nhiệm vụ được giao đã hoàn thành hoặc thực hiện thường xuyên',
  counted: 'nhiệm vụ',
  theme: 'reporting',
  better: 'higher',
  finest: 'quarter',
  sensitivity: 'public',
  basis: 'form',
  legalBasis: 'Kế hoạch của tỉnh, phần phân công trách nhiệm',
  definition:
    'Số nhiệm vụ đã hoàn thành hoặc thực hiện thường xuyên trên số nhiệm vụ được giao cho các đơn vị báo cáo cuối kỳ (không tính nhiệm vụ không thuộc trách nhiệm; nhiệm vụ chung tính ở từng đơn vị).',
  parameters: {},
  population: () => tasks,
  denominator: () => saysNot('status', 'khong_thuoc'),
  numerator: () => says('status', 'hoan_thanh', 'thuong_xuyen'),
  sources: () => [committees('task-progress')],
})
