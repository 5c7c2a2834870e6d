import { sql } from 'kysely'
import { defineRule } from './rule.ts'

/**
 * A commune's register (Biểu 01) changed from one month to the next by more than 30 % of those who stood on it, at least 5 people, that
 * no recorded movement explains: people who were there all the time and are new on the list, less those who are gone from it.
 *
 * Every movement is none of it, however large: an arrival from prison, an amnesty with half the commune, a move, a handing over by
 * reform (`sap_xep_dvhc`), somebody found by a review (`ra_soat`), whoever left with a date. Nor is what comes of honest work: an arrival
 * written down one month late (its day lies in the month before), a row struck out as a mistake, as many people as rows are withheld for
 * a bad cell on either list. Comings and goings without a reason weigh against each other, so that new file numbers move nobody. More than 30 %
 * is more than a year's ordinary coming and going in a month; 5 people keep a commune of ten, where three are 30 %, in peace.
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
    with month as (
      select m.window_id, p.window_id as earlier, p.from_date as since
      from win m join win p on p.kind = 'month' and p.family = m.family and p.to_date = m.from_date
      where m.kind = 'month'
    ), listed as (
      select n.window_id, n.unit_id, n.person, ${standing} as stands,
        n.entry_kind in ('ra_soat', 'sap_xep_dvhc') as found, n.arrived_on, s.rows_read - s.rows_accepted as withheld
      from now_returnee_register n
      join win w on w.window_id = n.window_id
      join submission s on s.submission_id = n.submission_id
    ), person as (
      select window_id, unit_id, person, bool_or(stood) as stood, bool_or(stands) as stands, bool_or(now) as listed,
        bool_or(not now) as listed_before, bool_or(known) as known, max(lost_before) as lost_before, max(lost) as lost
      from (
        select l.window_id, l.unit_id, l.person, false as stood, l.stands, true as now, l.found or l.arrived_on >= m.since as known,
          null as lost_before, l.withheld as lost
        from listed l join month m on m.window_id = l.window_id
        union all
        select m.window_id, l.unit_id, l.person, l.stands, false, false, false, l.withheld, null
        from listed l join month m on m.earlier = l.window_id
      )
      group by all
    )
    select unit_id, window_id, 'returnee-register' as subject, stood as left_n, stands as right_n,
      json_object('unexplained', jump, 'came', came, 'gone', gone) as facts
    from (
      select p.unit_id, p.window_id,
        count(*) filter (where p.stood) as stood,
        count(*) filter (where p.stands) as stands,
        count(*) filter (where p.stands and not p.stood and (p.known or p.listed_before)) as came,
        count(*) filter (where p.stood and not p.stands and p.listed) as gone,
        greatest(count(*) filter (where p.stands and not p.stood and not p.known and not p.listed_before) - coalesce(max(p.lost_before), 0), 0)
          - greatest(count(*) filter (where p.stood and not p.stands and not p.listed) - coalesce(max(p.lost), 0), 0) as jump
      from person p
      join month m on m.window_id = p.window_id
      join in_force a on a.form = 'returnee-register' and a.window_id = m.earlier and a.unit_id = p.unit_id
      join in_force b on b.form = 'returnee-register' and b.window_id = m.window_id and b.unit_id = p.unit_id
      group by all
    )
    where abs(jump) >= 5 and 10 * abs(jump) > 3 * stood`
      : null,
})

/** Whether a row `n` stands on the register on the last day of its window `w`. */
const standing = sql.raw(`n.left_reason is distinct from 'ghi_trung'
  and n.arrived_on < w.to_date and coalesce(n.left_on, w.to_date) >= w.to_date`)
