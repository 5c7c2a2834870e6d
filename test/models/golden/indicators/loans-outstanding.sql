-- loans
(select "w"."window_id", "w"."from_date", "w"."to_date", "b"."unit_id" as "unit_id", "c"."unit_id" as "subject", "c"."borrowers", "c"."outstanding" as "owed", "c"."overdue"
from "win" as "w"
inner join "source_window" as "s" on "s"."window_id" = "w"."window_id" and "s"."form" = 'credit' and "s"."mode" = 'close'
inner join "now_credit" as "c" on "c"."window_id" = "s"."source_window_id"
inner join "submission" as "b" on "b"."submission_id" = "c"."submission_id")

-- loans-outstanding/4f53cda1 {}
-- of loans; needs credit.close.province
denominator: coalesce("p"."borrowers", 0)
numerator: coalesce("p"."owed", 0)
