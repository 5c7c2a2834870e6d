create view "pop_returned" as (select "w"."window_id", "w"."from_date", "w"."to_date", "p"."person" as "subject", "p"."sex", "p"."release_basis", "p"."received_on", "p"."counselled_on", "p"."legal_need", "p"."legal_on", "p"."papers_need", "p"."papers_on", "p"."job_intro_on", "p"."employment", "p"."certificate_on", "p"."helper_on", "p"."job_need", "p"."job_info_on", "p"."training_need", "p"."training_on", "p"."new_job_on", "p"."credit_advised_on", "p"."loan_need", "p"."loan_eligible", "p"."loan_guided_on", "p"."loan_listed_on", "p"."digitised", "p"."group", "p"."returned_unit" as "unit_id"
from "win" as "w"
inner join "person_close" as "p" on "p"."close_id" = "w"."close_id"
where "p"."returned_on" >= "w"."from_date"
and "p"."returned_on" < "w"."to_date")
