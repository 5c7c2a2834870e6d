import { sql } from 'kysely'
import { indicators } from '../indicators/index.ts'
import { defineRule } from './rule.ts'

/** Figures of those who came back within the window: each person stands in one quarter only, so that the numbers expected add up. */
const ofReturned = indicators
  .filter(({ parameters, population }) => population(parameters).id === 'returned')
  .map(({ id }) => sql.lit(id))

/**
 * Over the three months of a quarter a commune shows a service for none of those who came back, where at the province's own rate at least
 * 5 would have got it (chance: e⁻⁵ = 0,7 %).
 *
 * A warning: it may be that nothing was written down, and it may be that nothing was done, of which the target's own verdict tells. Only
 * quarters, which do not overlap, and only figures that rest on the register.
 */
export const noService = defineRule({
  id: 'no-service',
  title: 'Cả quý không ghi nhận hỗ trợ nào',
  meaning:
    'Cả quý không có ai trong số người mới về được ghi nhận hỗ trợ, trong khi theo tỷ lệ chung của tỉnh phải có từ 5 người trở lên (xác suất ngẫu nhiên dưới 1%); cần hỏi lại chưa thực hiện hay chưa ghi vào danh sách.',
  owner: 'reporter',
  severity: 'warning',
  rows: (forms) =>
    forms.has('returnee-register')
      ? sql`
    select v.unit_id, v.window_id, v.definition_id as subject, v.numerator as left_n,
      cast(v.denominator * p.numerator // p.denominator as bigint) as right_n,
      json_object('people', v.denominator, 'events', p.numerator, 'everyone', p.denominator) as facts
    from value v
    join definition d on d.definition_id = v.definition_id and d.indicator in (${sql.join(ofReturned)})
    join win w on w.window_id = v.window_id and w.kind = 'quarter'
    join unit u on u.unit_id = v.unit_id and u.level = 'commune'
    join inside i on i.unit_id = v.unit_id and i.level = 'province'
    join value p on p.definition_id = v.definition_id and p.window_id = v.window_id and p.unit_id = i.in_unit
      and p.map = 'then' and p.breakdown = ''
    where v.map = 'then' and v.breakdown = '' and v.basis = 'register' and v.numerator = 0
      and v.denominator * p.numerator >= 5 * p.denominator and p.denominator > 0`
      : null,
})
