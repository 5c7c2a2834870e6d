import { sql } from 'kysely'
import { defineRule } from './rule.ts'
import { beyondTolerance } from './tolerance.ts'

/**
 * The bank's balance of a commune is not the last one with what was lent and repaid. Of four amounts in tenths of a million đồng rounding
 * leaves 0,2 million at most; from 1 million on something was written off, moved or mistyped.
 *
 * A warning, as Biểu 08 itself says it: the bank also writes debts off and moves them with the borrower, and has no column for either.
 */
export const creditBalance = defineRule({
  id: 'credit-balance',
  title: 'Dư nợ không khớp doanh số cho vay, thu nợ',
  meaning:
    'Dư nợ cuối kỳ (Biểu số 08) lệch từ 1 triệu đồng trở lên so với dư nợ kỳ trước cộng cho vay, trừ thu nợ; có thể do xóa nợ, chuyển nợ theo người vay hoặc ghi nhầm.',
  owner: 'reporter',
  severity: 'warning',
  rows: (forms) =>
    forms.has('credit')
      ? beyondTolerance(['credit-balance'], sql`abs(r.left_n - r.right_n) >= 1000`)
      : null,
})
