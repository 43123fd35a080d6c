-- asks:     What does each rule that needs no counting say of each request of the period?
-- params:   none
-- returns:  rule_period tinyint | month date | day date | hour integer | second bigint | client ubigint | network48 ubigint | address ubigint
--           | document integer | bytes bigint | agent_key, null for none | agent_number integer | site_key, null for none
--           | answer_number integer | answer_kind integer | answer_rank integer | path_rank integer | agent_rank integer
--           | robots_txt_rank integer | list_rank integer, 127 for none | is_exempt integer, 1 where a person decided that the client is a reader
-- grain:    one row a request
-- exact:    yes
-- source:   docs/methodology.md#verdicts
select
  rule_period,
  month,
  day,
  hour,
  second,
  reader as client,
  network48,
  address,
  document,
  bytes,
  agent as agent_key,
  agent_number,
  site as site_key,
  answer_number,
  answer_kind,
  answer_rank,
  path_rank,
  agent_rank,
  robots_txt_rank,
  -- ENGINE: 127 stands for no verdict, as the least of nothing and something differs from engine to engine.
  least(
    least(coalesce(listed_reader_rank, 127), coalesce(listed_agent_rank, 127)),
    case when exempt = 1 then 127 else coalesce(listed_group_rank, 127) end
  ) as list_rank,
  coalesce(exempt, 0) as is_exempt
from (
  select * from (
    select * from (
      select * from (
        select * from dated_request left join agent_verdict using (agent)
      ) as named left join robots_txt_client using (reader, month)
    ) as marked left join listed_reader_day using (reader, day)
  ) as listed left join listed_agent_day using (agent_number, day)
) as grouped
left join listed_group_day using (reader, agent_number, day)
