-- expected_reports
(select "w"."window_id", "w"."from_date", "w"."to_date", coalesce(h.heir_unit, o.unit_id) as "unit_id", o.form || ' ' || o.reporter || ' ' || o.window_id as "subject", "o"."form", "o"."reporter", "o"."schedule", "o"."received", "o"."on_time"
from "win" as "w"
inner join "source_window" as "s" on "s"."window_id" = "w"."window_id" and "s"."mode" = 'each'
inner join (select "o"."form", "o"."reporter_id" as "reporter", "o"."window_id", "o"."basis" as "schedule", "r"."unit_id", "a"."arrived_on" is not null as "received", coalesce(a.arrived_on < o.due_before, false) as "on_time"
from "obligation" as "o"
inner join "reporter" as "r" on "r"."reporter_id" = "o"."reporter_id" and "r"."unit_id" = "o"."unit_id" and "r"."standing" = 'obliged'
left join "first_arrival" as "a" on "a"."form" = "o"."form" and "a"."reporter_id" = "o"."reporter_id" and "a"."window_id" = "o"."window_id") as "o" on "o"."window_id" = "s"."source_window_id" and "o"."form" = "s"."form"
left join "heir" as "h" on "h"."close_id" = "w"."close_id" and "h"."unit_id" = "o"."unit_id")

-- reporting-timeliness/01853aa8 {"form":"returnee-register","schedule":"collection"}
-- of expected_reports; needs nothing
denominator: case when "p"."form" = 'returnee-register' then 1 else 0 end
numerator: case when "p"."form" = 'returnee-register' and ("p"."form" = 'returnee-register' and "p"."on_time") then 1 else 0 end
