-- tasks
(select "w"."window_id", "w"."from_date", "w"."to_date", "t"."unit_id", t.reporter_id || ' ' || t."row" as "subject", "t"."status"
from "win" as "w"
inner join "source_window" as "s" on "s"."window_id" = "w"."window_id" and "s"."form" = 'task-progress' and "s"."mode" = 'close'
inner join "now_task_progress" as "t" on "t"."window_id" = "s"."source_window_id")

-- task-completion/4f53cda1 {}
-- of tasks; needs task-progress.close.unit
denominator: case when "p"."status" <> 'khong_thuoc' then 1 else 0 end
numerator: case when "p"."status" <> 'khong_thuoc' and "p"."status" in ('hoan_thanh', 'thuong_xuyen') then 1 else 0 end
