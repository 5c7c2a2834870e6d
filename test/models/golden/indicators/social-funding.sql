-- means
(select "w"."window_id", "w"."from_date", "w"."to_date", "f"."unit_id", f.reporter_id || ' ' || f.source as "subject", case when f.source in ('quy_xa', 'xa_hoi_hoa') then coalesce(f.received, 0) else f.spent end as "means", case when f.source in ('quy_xa', 'xa_hoi_hoa') then coalesce(f.received, 0) else 0 end as "raised"
from "win" as "w"
inner join "source_window" as "s" on "s"."window_id" = "w"."window_id" and "s"."form" = 'funding' and "s"."mode" = 'close'
inner join "now_funding" as "f" on "f"."window_id" = "s"."source_window_id")

-- social-funding/4f53cda1 {}
-- of means; needs funding.close.unit
denominator: coalesce("p"."means", 0)
numerator: coalesce("p"."raised", 0)
