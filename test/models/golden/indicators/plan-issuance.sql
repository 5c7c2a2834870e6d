-- issuers
(select "w"."window_id", "w"."from_date", "w"."to_date", "i"."unit_id", "i"."reporter_id" as "subject", "i"."reporter_id" as "reporter", "d"."window_id" is not null as "issued"
from "win" as "w"
inner join "issuer" as "i" on "i"."asked_on" < "w"."to_date"
inner join "reporter" as "r" on "r"."reporter_id" = "i"."reporter_id" and "r"."unit_id" = "i"."unit_id" and "r"."standing" = 'obliged' and "r"."valid_from" < "w"."to_date" and ("r"."valid_to" is null or "r"."valid_to" >= "w"."to_date")
left join (select distinct "w"."window_id", "d"."reporter_id", "d"."unit_id"
from "win" as "w"
inner join "now_issued_document" as "d" on "d"."sent_on" < "w"."to_date"
inner join "win" as "s" on "s"."window_id" = "d"."window_id" and "s"."to_date" <= "w"."to_date"
inner join "issuer" as "i" on "i"."reporter_id" = "d"."reporter_id" and "i"."unit_id" = "d"."unit_id"
where "d"."kind" = 'ke_hoach' and (i.plan_no is null or regexp_matches( regexp_replace(upper(d.plan_ref), '\s*([-/])\s*', '\1', 'g'), '(^|[^0-9])' || regexp_escape(upper(i.plan_no)) || '($|[^\pL\pN])' ))) as "d" on "d"."window_id" = "w"."window_id" and "d"."reporter_id" = "i"."reporter_id" and "d"."unit_id" = "i"."unit_id")

-- plan-issuance/4f53cda1 {}
-- of issuers; needs nothing
denominator: case when true then 1 else 0 end
numerator: case when true and "p"."issued" then 1 else 0 end
