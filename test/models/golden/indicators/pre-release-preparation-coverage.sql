-- pre_release
(select "w"."window_id", "w"."from_date", "w"."to_date", "f"."unit_id", f.reporter_id || ' ' || f.window_id || ' ' || f."row" as "subject", "f"."released", "f"."all_four" as "prepared"
from "win" as "w"
inner join "source_window" as "s" on "s"."window_id" = "w"."window_id" and "s"."form" = 'pre-release' and "s"."mode" = 'each'
inner join "now_pre_release" as "f" on "f"."window_id" = "s"."source_window_id")

-- pre-release-preparation-coverage/4f53cda1 {}
-- of pre_release; needs pre-release.each.province
denominator: coalesce("p"."released", 0)
numerator: coalesce("p"."prepared", 0)
