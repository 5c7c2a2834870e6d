-- inmates
(select "w"."window_id", "w"."from_date", "w"."to_date", "f"."unit_id", "f"."reporter_id" as "subject",
sum("f"."inmates_end") as "inmates",
sum("f"."all_three_end") as "all_three",
sum("f"."working_age_end") as "working_age",
sum("f"."working_age_trained") as "working_age_trained"
from "win" as "w"
inner join "source_window" as "s" on "s"."window_id" = "w"."window_id" and "s"."form" = 'pre-release' and "s"."mode" = 'close'
inner join "now_pre_release" as "f" on "f"."window_id" = "s"."source_window_id"
group by "w"."window_id", "w"."from_date", "w"."to_date", "f"."unit_id", "f"."reporter_id")

-- pre-release-information-coverage/4f53cda1 {}
-- of inmates; needs pre-release.close.province
denominator: coalesce("p"."inmates", 0)
numerator: coalesce("p"."all_three", 0)
