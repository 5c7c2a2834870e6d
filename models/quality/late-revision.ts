import { sql } from 'kysely'
import { bodyOf } from './body.ts'
import { defineRule } from './rule.ts'

/**
 * The version that counts of a closed window came after the day on which the report was due, in place of one that had counted before.
 *
 * A warning, for its trend: to mend a report is what is asked of everybody, and after an amnesty or a late notice there is reason to. Many
 * of them mean that what was printed on the due day was not to be relied on. Who sends for the first time is late, and no revision; nor
 * is what mends a sheet that was not taken.
 */
export const lateRevision = defineRule({
  id: 'late-revision',
  title: 'Báo cáo thay thế sau hạn của kỳ đã kết thúc',
  meaning:
    'Báo cáo đang có hiệu lực của kỳ đã kết thúc là báo cáo thay thế, đến sau hạn nộp; không phải lỗi, nhưng nhiều báo cáo như vậy thì số liệu công bố đúng hạn chưa chắc chắn.',
  owner: 'analyst',
  severity: 'warning',
  rows: () => sql`
    select i.unit_id, i.window_id, ${bodyOf('i')} as subject, s.revision as left_n,
      date_diff('day', o.due_before, s.arrived_on) + 1 as right_n, '{}' as facts
    from in_force i
    join submission s on s.submission_id = i.submission_id and s.revision > 1
    join obligation o on o.form = i.form and o.reporter_id = i.reporter_id and o.window_id = i.window_id and o.due_before <= s.arrived_on
    join first_arrival f on f.form = i.form and f.reporter_id = i.reporter_id and f.window_id = i.window_id and f.arrived_on < s.arrived_on
    join win w on w.window_id = i.window_id`,
})
