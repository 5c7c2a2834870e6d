import { sql } from 'kysely'
import { defineRule } from './rule.ts'

/**
 * For three months a commune's register (Biểu 01) shows nobody back from prison, or nobody whose management ended, where at the
 * province's own rate at least 5 would have been expected: with E = 5 chance leaves e⁻⁵ = 0,7 % (P = e^−E, below 1 %).
 *
 * E = people of the commune × events of the province ÷ people of the province, over the same three months, both of communes with a
 * register; people are those who were there when the three months began, since a wave of an amnesty, or whoever was handed over by reform
 * last week, has had no time to move. It is told by the register of the last of the three, so that an arrival written down a month late counts; the three lie in
 * one plan year, since a register need not tell of the year before. Releases by amnesty are left out on both sides: they come in waves
 * that pass honest communes by. What a commune does not do (counsel, advise) is no doubt about its data: see the rule `no-service`.
 */
export const noMovement = defineRule({
  id: 'no-movement',
  title: 'Ba tháng liền không ghi nhận biến động',
  meaning:
    'Trong ba tháng liền danh sách không có ai mới ra trại về (không kể đặc xá), hoặc không có ai kết thúc quản lý, trong khi theo tỷ lệ chung của tỉnh phải có từ 5 người trở lên (xác suất ngẫu nhiên dưới 1%); có thể danh sách chưa được cập nhật.',
  owner: 'reporter',
  severity: 'error',
  rows: (forms) =>
    forms.has('returnee-register')
      ? sql`
    select unit_id, window_id, subject, events as left_n, people * total // everyone as right_n,
      json_object('people', people, 'events', total, 'everyone', everyone) as facts
    from (
      select unit_id, window_id, subject, people, events,
        cast(sum(events) over same as bigint) as total, cast(sum(people) over same as bigint) as everyone
      from (
        select unit_id, window_id, people, unnest(['returned', 'left']) as subject, unnest([returned, gone]) as events
        from (
          select n.unit_id, n.window_id,
            count(distinct n.person) filter (where n.arrived_on < w.since and coalesce(n.left_on, w.to_date) >= w.since) as people,
            count(distinct n.person) filter (where n.entry_kind = 'ra_trai' and n.release_basis <> 'dac_xa' and n.arrived_on >= w.since)
              as returned,
            count(distinct n.person) filter (where n.left_on >= w.since and n.left_on < w.to_date) as gone
          from now_returnee_register n
          join (
            select window_id, to_date, lag(from_date, 2) over (partition by family, year_from order by to_date) as since
            from win where kind = 'month'
          ) w on w.window_id = n.window_id
          where w.since is not null and n.arrived_on < w.to_date and n.left_reason is distinct from 'ghi_trung'
          group by all
        )
      )
      window same as (partition by window_id, subject)
    )
    where events = 0 and people * total >= 5 * everyone`
      : null,
})
