import { defineRule } from './rule.ts'
import { beyondTolerance } from './tolerance.ts'

/**
 * What UBND cấp xã signed (Biểu 11) against what its own police listed (Biểu 01), item by item, beyond the tolerance.
 *
 * Both are about the same people of the same days, so that one of the two is wrong. Police and committee close on different evenings:
 * smaller differences are no finding.
 */
export const registerAgainstTally = defineRule({
  id: 'register-against-tally',
  title: 'Biểu số 11 khác danh sách Biểu số 01',
  meaning:
    'Số liệu UBND cấp xã ký (Biểu số 11) và số đếm được từ danh sách của Công an cùng xã, phường (Biểu số 01) lệch nhau từ 3 trở lên và quá một phần năm.',
  owner: 'reporter',
  severity: 'error',
  rows: (forms) => (forms.has('tally') ? beyondTolerance(['register-tally']) : null),
})
