-- pre_release
(select "w"."window_id", "w"."from_date", "w"."to_date", coalesce(h.heir_unit, f.unit_id) as "unit_id", f.reporter_id || ' ' || f.window_id || ' ' || f."row" as "subject", "f"."released", "f"."all_four" as "prepared"
from "win" as "w"
inner join "source_window" as "s" on "s"."window_id" = "w"."window_id" and "s"."form" = 'pre-release' and "s"."mode" = 'each'
inner join "now_pre_release" as "f" on "f"."window_id" = "s"."source_window_id"
left join "heir" as "h" on "h"."close_id" = "w"."close_id" and "h"."unit_id" = "f"."unit_id")

-- pre-release-preparation-coverage/4f53cda1 {}
-- of pre_release; needs pre-release.each.province
denominator: coalesce("p"."released", 0)
numerator: coalesce("p"."prepared", 0)
