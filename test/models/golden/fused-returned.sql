insert into owned
select m.definition_id, window_id, unit_id, breakdown, category, m.numerator, m.denominator
from (
select window_id, unit_id, breakdown, category, unnest([{definition_id: 'legal-support-coverage/83bbc635', numerator: "n0", denominator: "d0"}, {definition_id: 'legal-support-coverage/21c2af4d', numerator: "n1", denominator: "d1"}]) as m
from (
select p.window_id, p.unit_id, case when grouping("p"."sex") = 0 then 'sex' when grouping("p"."release_basis") = 0 then 'release_basis' else '' end as breakdown, case when grouping("p"."sex") = 0 then coalesce("p"."sex", '') when grouping("p"."release_basis") = 0 then coalesce("p"."release_basis", '') else '' end as category,
sum(case when "p"."legal_need"
and "p"."legal_on" < "p"."to_date" then 1 else 0 end)::bigint as "n0",
sum(case when "p"."legal_need" then 1 else 0 end)::bigint as "d0",
sum(case when true
and "p"."legal_on" < "p"."to_date" then 1 else 0 end)::bigint as "n1",
sum(case when true then 1 else 0 end)::bigint as "d1"
from "pop_returned" as p
group by grouping sets ((p.window_id, p.unit_id), (p.window_id, p.unit_id, "p"."sex"), (p.window_id, p.unit_id, "p"."release_basis")) ) )
