import { sql } from 'kysely'
import { defineRule } from './rule.ts'

/**
 * The adults of a commune (Biểu 06), the largest denominator that anybody types, changed by more than 30 % and at least 100 people against
 * its last report: within a quarter a commune does not, unless a reform makes it another one, which has another id.
 *
 * The other denominators need no such rule. Tallies and community sentences tell who came and went in the sheet itself; offices with
 * twenty officials are merged and divided, and jails are filled and emptied, honestly.
 */
export const residentsJump = defineRule({
  id: 'residents-jump',
  title: 'Số dân từ đủ 18 tuổi thay đổi đột biến',
  meaning:
    'Tổng số người từ đủ 18 tuổi trở lên của xã, phường (Biểu số 06) thay đổi so với báo cáo trước trên 30% và từ 100 người trở lên; thường do ghi nhầm cột hoặc thừa, thiếu chữ số.',
  owner: 'reporter',
  severity: 'error',
  rows: (forms) =>
    forms.has('communication')
      ? sql`
    select unit_id, window_id, 'communication' as subject, earlier as left_n, adults_total as right_n, '{}' as facts
    from (
      select c.unit_id, c.window_id, c.adults_total,
        lag(c.adults_total) over (partition by c.reporter_id, c.unit_id order by w.to_date, w.from_date desc) as earlier
      from now_communication c
      join win w on w.window_id = c.window_id
      where c.adults_total is not null and c.reporter_id like 'committee:%'
    )
    where abs(adults_total - earlier) >= 100 and 10 * abs(adults_total - earlier) > 3 * earlier`
      : null,
})
