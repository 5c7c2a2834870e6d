-- communes
(select "w"."window_id", "w"."from_date", "w"."to_date", "u"."unit_id", "u"."unit_id" as "subject", coalesce("p"."n", 0) as "residents", coalesce("m"."n", 0) as "models", coalesce("m"."outstanding", 0) as "outstanding", coalesce("x"."n", 0) as "exemplars", coalesce("x"."individuals", 0) as "individuals"
from "win" as "w"
inner join "unit" as "u" on "u"."level" = 'commune' and "u"."valid_from" < "w"."to_date" and ("u"."valid_to" is null or "u"."valid_to" >= "w"."to_date")
left join (select "w"."window_id", "i"."in_unit" as "unit_id", count(*) as "n"
from "win" as "w"
inner join "person_close" as "p" on "p"."close_id" = "w"."close_id"
and "p"."managed_to" = "w"."to_date"
inner join (select unit_id, unit_id as in_unit
from unit
where level = 'commune') as "i" on "i"."unit_id" = "p"."managed_unit"
group by "w"."window_id", "i"."in_unit") as "p" on "p"."window_id" = "w"."window_id"
and "p"."unit_id" = "u"."unit_id"
left join (select "w"."window_id", "c"."unit_id", count(*) as "n", count(*) filter(where "m"."rating" = 'tieu_bieu') as "outstanding"
from "win" as "w"
inner join "source_window" as "s" on "s"."window_id" = "w"."window_id" and "s"."form" = 'support-model' and "s"."mode" = 'close'
inner join "now_support_model" as "m" on "m"."window_id" = "s"."source_window_id"
inner join "model_cover" as "c" on "c"."submission_id" = "m"."submission_id" and "c"."row" = "m"."row"
where "m"."founded_on" < "w"."to_date" and ("m"."status" = 'hoat_dong' or "m"."status_on" >= "w"."to_date")
group by "w"."window_id", "c"."unit_id") as "m" on "m"."window_id" = "w"."window_id" and "m"."unit_id" = "u"."unit_id"
left join (select "w"."window_id", "x"."unit_id", count(*) filter(where "x"."recognised_on" >= "w"."year_from") as "n", count(*) filter(where "x"."kind" in ('hoan_luong', 'nguoi_giup_do')) as "individuals"
from "win" as "w"
inner join "source_window" as "s" on "s"."window_id" = "w"."window_id" and "s"."form" = 'exemplar' and "s"."mode" = 'close'
inner join "now_exemplar" as "x" on "x"."window_id" = "s"."source_window_id"
where "x"."recognised_on" < "w"."to_date" and ("x"."withdrawn_on" is null or "x"."withdrawn_on" >= "w"."to_date")
group by "w"."window_id", "x"."unit_id") as "x" on "x"."window_id" = "w"."window_id" and "x"."unit_id" = "u"."unit_id")

-- exemplar-coverage/a46d5d8a {"communes":"all"}
-- of communes; needs exemplar.close.unit
denominator: case when true then 1 else 0 end
numerator: case when true and "p"."exemplars" >= 1 then 1 else 0 end
