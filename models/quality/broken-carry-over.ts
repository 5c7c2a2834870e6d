import { defineRule } from './rule.ts'
import { beyondTolerance } from './tolerance.ts'

/**
 * A reporter against himself: the opening of a window is not the closing of the one before, or a running total fell, beyond the
 * tolerance. Within one sheet closing = opening + in − out is proven when it is read, so that a sheet that breaks it is not in force.
 *
 * Whoever found one person too many a month ago and says so now is honest and does not send the old month anew: the tolerance lets him.
 */
export const brokenCarryOver = defineRule({
  id: 'broken-carry-over',
  title: 'Số đầu kỳ, số lũy kế không nối tiếp kỳ trước',
  meaning:
    'Số đầu kỳ khác số cuối kỳ trước, hoặc số lũy kế từ đầu năm giảm đi, từ 3 trở lên và quá một phần năm; một trong hai báo cáo của cùng đơn vị chưa đúng.',
  owner: 'reporter',
  severity: 'error',
  rows: () => beyondTolerance(['opening-closing', 'running-total']),
})
