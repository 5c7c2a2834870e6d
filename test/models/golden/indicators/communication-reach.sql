-- communication
(select "w"."window_id", "w"."from_date", "w"."to_date", "c"."unit_id", "c"."reporter_id" as "subject", c.officials_reached + coalesce(c.adults_reached, 0) as "reached", c.officials_total + coalesce(c.adults_total, 0) as "addressed"
from "win" as "w"
inner join "source_window" as "s" on "s"."window_id" = "w"."window_id" and "s"."form" = 'communication' and "s"."mode" = 'close'
inner join "now_communication" as "c" on "c"."window_id" = "s"."source_window_id")

-- communication-reach/4f53cda1 {}
-- of communication; needs communication.close.unit
denominator: coalesce("p"."addressed", 0)
numerator: coalesce("p"."reached", 0)
