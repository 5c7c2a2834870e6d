insert into value with wide as materialized (
select window_id, unit_id, case when grouping("sex") = 0 then 'sex' when grouping("release_basis") = 0 then 'release_basis' else '' end as breakdown, case when grouping("sex") = 0 then coalesce("sex", '') when grouping("release_basis") = 0 then coalesce("release_basis", '') else '' end as category,
sum("n0")::bigint as "n0",
sum("d0")::bigint as "d0",
sum("n1")::bigint as "n1",
sum("d1")::bigint as "d1"
from (
select p.window_id, p.unit_id, p."sex", p."release_basis",
sum(case when "p"."legal_need"
and "p"."legal_on" < "p"."to_date" then 1 else 0 end)::bigint as "n0",
sum(case when "p"."legal_need" then 1 else 0 end)::bigint as "d0",
sum(case when true
and "p"."legal_on" < "p"."to_date" then 1 else 0 end)::bigint as "n1",
sum(case when true then 1 else 0 end)::bigint as "d1"
from "pop_returned" as p
group by all)
group by grouping sets ((window_id, unit_id), (window_id, unit_id, "sex"), (window_id, unit_id, "release_basis")) having (grouping("sex") = 1 or "sex" is not null) and (grouping("release_basis") = 1 or "release_basis" is not null)), "kept0" as (
select c.window_id, c.unit_id, u.level, coalesce(o.breakdown, '') as breakdown, coalesce(o.category, '') as category, coalesce(o."n0", 0) as "n0", coalesce(o."d0", 0) as "d0", coalesce(o."n1", 0) as "n1", coalesce(o."d1", 0) as "d1", c.expected, c.covered, c.withheld, c.withheld + coalesce(g.withheld, 0) = 0 and not c.unheard as whole
from coverage c join unit u on u.unit_id = c.unit_id join inside p on p.unit_id = c.unit_id and p.level = 'province'
left join coverage g on g.sources_id = c.sources_id and g.window_id = c.window_id and g.unit_id = p.in_unit and g.expected = 0
left join wide o on o.window_id = c.window_id and o.unit_id = c.unit_id
where c.sources_id = 'returnee-register.close.unit' and true ), "reach0" as (
select c.window_id, i.in_unit,
sum(c.expected)::bigint as expected,
sum(c.covered)::bigint as covered,
sum(c.withheld)::bigint as withheld, bool_and(c.whole) as whole
from "kept0" c join inside i on i.unit_id = c.unit_id
where c.breakdown = ''
group by all ), "placed0" as (
select window_id, unit_id, breakdown, category, "n0", "d0", "n1", "d1", expected, covered, withheld, case when whole then 'final' else 'provisional' end as state
from "kept0"
where level = 'commune' and covered = expected
union all
select l.*, r.expected, r.covered, r.withheld, case when r.covered = r.expected and r.whole then 'final' else 'provisional' end
from (
select k.window_id, i.in_unit, k.breakdown, k.category,
sum("n0")::bigint as "n0",
sum("d0")::bigint as "d0",
sum("n1")::bigint as "n1",
sum("d1")::bigint as "d1"
from "kept0" k join inside i on i.unit_id = k.unit_id
where k.level = 'province' or k.covered = k.expected
group by all ) l join "reach0" r on r.window_id = l.window_id and r.in_unit = l.in_unit and r.covered > 0 )
select 'legal-support-coverage/501e73b5', 'then', window_id, unit_id, breakdown, category, "n0", "d0", 'register', expected, covered, withheld, state, false
from "placed0"
union all
select 'legal-support-coverage/240ba2f3', 'then', window_id, unit_id, breakdown, category, "n1", "d1", 'register', expected, covered, withheld, state, false
from "placed0"
