-- sentenced
(select "w"."window_id", "w"."from_date", "w"."to_date", "c"."unit_id", c.unit_id || ' ' || c.category as "subject", "c"."closing" as "sentenced", "c"."supervised"
from "win" as "w"
inner join "source_window" as "s" on "s"."window_id" = "w"."window_id" and "s"."form" = 'community-sentence' and "s"."mode" = 'close'
inner join "now_community_sentence" as "c" on "c"."window_id" = "s"."source_window_id")

-- supervision-coverage/4f53cda1 {}
-- of sentenced; needs community-sentence.close.unit
denominator: coalesce("p"."sentenced", 0)
numerator: coalesce("p"."supervised", 0)
