-- followed_prosecuted
(select "w"."window_id", "w"."from_date", "w"."to_date", "p"."person" as "subject", "p"."sex", "p"."release_basis", "p"."received_on", "p"."counselled_on", "p"."legal_need", "p"."legal_on", "p"."papers_need", "p"."papers_on", "p"."job_intro_on", "p"."employment", "p"."certificate_on", "p"."helper_on", "p"."job_need", "p"."job_info_on", "p"."training_need", "p"."training_on", "p"."new_job_on", "p"."credit_advised_on", "p"."loan_need", "p"."loan_eligible", "p"."loan_guided_on", "p"."loan_listed_on", "p"."digitised", "p"."group", "p"."returned_unit" as "unit_id", "e"."person" is not null as "offended"
from "win" as "w"
inner join "person_close" as "p" on "p"."close_id" = "w"."close_id"
left join (select distinct "p"."close_id", "p"."person"
from "person_close" as "p"
inner join "event" as "e" on "e"."person" = "p"."person" and "e"."prosecuted_on" >= "p"."returned_on" and "e"."prosecuted_on" - interval 12 month < p.returned_on and "e"."dropped_on" is null) as "e" on "e"."close_id" = "w"."close_id" and "e"."person" = "p"."person"
where "p"."returned_on" >= "w"."from_date"
and "p"."returned_on" < "w"."to_date")

-- reoffending-within-12-months/90b371bb {"stage":"prosecuted","who":"plan"}
-- of followed_prosecuted; needs returnee-register.close.unit, reoffence.since.province
denominator: case when true then 1 else 0 end
numerator: case when true and "p"."offended" then 1 else 0 end

-- reoffending-within-12-months/b424651e {"stage":"prosecuted","who":"tt10"}
-- of followed_prosecuted; needs returnee-register.close.unit, reoffence.since.province
denominator: case when (("p"."release_basis" <> 'tha_tu_co_dieu_kien' or "p"."certificate_on" < "p"."to_date") and true) then 1 else 0 end
numerator: case when (("p"."release_basis" <> 'tha_tu_co_dieu_kien' or "p"."certificate_on" < "p"."to_date") and true) and "p"."offended" then 1 else 0 end
