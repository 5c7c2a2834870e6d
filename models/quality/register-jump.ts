import { sql } from 'kysely'
import { defineRule } from './rule.ts'

/**
 * A commune's register (Biểu 01) changed from one month to the next by more than 30 % of those who stood on it, at least 5 people, that
 * no recorded movement explains: people who were there all the time and are new on the list, less those who are gone from it.
 *
 * Every movement is none of it, however large: an arrival from prison, an amnesty with half the commune, a move, a handing over by
 * reform (`sap_xep_dvhc`), somebody found by a review (`ra_soat`), whoever left with a date. Nor is what comes of honest work: an arrival
 * written down one month late (its day lies in the month before), a row struck out as a mistake, as many people as rows are withheld for
 * a bad cell on either list. Comings and goings without a reason weigh against each other, so that new file numbers move nobody. 30 % is
 * METHODS' limit of a suspect denominator; 5 people keep a commune of ten, where three are 30 %, in peace.
 */
export const registerJump = defineRule({
  id: 'register-jump',
  title: 'Danh sách tăng, giảm đột biến không rõ lý do',
  meaning:
    'Số người đang quản lý (Biểu số 01) thay đổi so với tháng trước trên 30% và từ 5 người trở lên mà không có lượt về, chuyển đến, nhận bàn giao, rà soát bổ sung hay kết thúc quản lý nào giải thích; đợt đặc xá là biến động có ghi nhận, không tính.',
  owner: 'reporter',
  severity: 'error',
  rows: (forms) =>
    forms.has('returnee-register')
      ? sql`
    select unit_id, close_id as window_id, 'returnee-register' as subject, was as left_n, stands as right_n,
      json_object('unexplained', jump, 'came', came, 'gone', gone) as facts
    from (
      select b.unit_id, b.close_id,
        count(*) filter (where c.was) as was,
        count(*) filter (where c.stands) as stands,
        count(*) filter (where c.stands and not c.was and (c.known or c.listed_before)) as came,
        count(*) filter (where c.was and not c.stands and c.listed) as gone,
        greatest(count(*) filter (where c.stands and not c.was and not c.known and not c.listed_before) - max(a.withheld), 0)
          - greatest(count(*) filter (where c.was and not c.stands and not c.listed) - max(b.withheld), 0) as jump
      from (
        select close_id, unit_id, person, bool_or(was) as was, bool_or(stands) as stands, bool_or(listed) as listed,
          bool_or(listed_before) as listed_before, bool_or(known) as known
        from (
          select n.window_id as close_id, n.unit_id, n.person, false as was, ${standing} as stands, true as listed,
            false as listed_before, n.entry_kind in ('ra_soat', 'sap_xep_dvhc') or n.arrived_on >= p.from_date as known
          from now_returnee_register n join ${months} w on w.window_id = n.window_id join win p on p.window_id = w.earlier
          union all
          select q.window_id, n.unit_id, n.person, ${standing}, false, false, true, false
          from now_returnee_register n join win w on w.window_id = n.window_id join ${months} q on q.earlier = n.window_id
        )
        group by all
      ) c
      join ${months} m on m.window_id = c.close_id
      join ${registers} b on b.close_id = m.window_id and b.unit_id = c.unit_id
      join ${registers} a on a.close_id = m.earlier and a.unit_id = c.unit_id
      group by all
    )
    where abs(jump) >= 5 and 10 * abs(jump) > 3 * was`
      : null,
})

/** Whether a row `n` stands on the register on the last day of its window `w`. */
const standing = sql.raw(`n.left_reason is distinct from 'ghi_trung'
  and n.arrived_on < w.to_date and coalesce(n.left_on, w.to_date) >= w.to_date`)

/** Each month with the one before it, whichever year that is of. */
const months = sql.raw(`(
  select m.window_id, m.to_date, p.window_id as earlier
  from win m join win p on p.kind = 'month' and p.family = m.family and p.to_date = m.from_date
  where m.kind = 'month'
)`)

/** The registers in force, with how many of their rows are withheld. */
const registers = sql.raw(`(
  select i.window_id as close_id, i.unit_id, s.rows_read - s.rows_accepted as withheld
  from in_force i join submission s on s.submission_id = i.submission_id
  where i.form = 'returnee-register'
)`)
