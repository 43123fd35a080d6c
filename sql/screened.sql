-- asks:     What does the first rule that needs no counting say of each request of the period?
-- params:   $counted  integer  rank of the verdict that a request has when no rule fits
-- returns:  month date | day date | reader ubigint | document integer | bytes bigint | has_agent boolean | verdict_rank integer
-- grain:    one row a request
-- exact:    yes
-- source:   docs/methodology.md#verdicts
select
  month,
  day,
  reader,
  document,
  bytes,
  agent is not null as has_agent,
  least(
    answer_rank,
    path_rank,
    coalesce(agent_rank, $counted),
    coalesce(teller.verdict_rank, $counted),
    coalesce(listed_reader_day.verdict_rank, $counted),
    coalesce(listed_agent_day.verdict_rank, $counted)
  )::utinyint as verdict_rank
from fact
join calendar using (quarter)
join judged_answer using (method, status)
join judged_path using (path)
left join judged_agent using (agent)
left join teller using (reader, month)
left join listed_reader_day using (reader, day)
left join listed_agent_day using (agent, day)
