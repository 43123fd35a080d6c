-- asks:     What do the rules that need no counting say of each request of the period?
-- params:   none
-- returns:  month date | day date | hour integer | reader ubigint | document integer | bytes bigint | agent text
--           | agent_number integer | site text | answer_kind integer | answer_rank integer | agent_rank integer
--           | teller_rank integer | listed_rank integer | rest_rank integer
-- grain:    one row a request
-- exact:    yes
-- source:   docs/methodology.md#verdicts
select
  month,
  day,
  hour,
  reader,
  document,
  bytes,
  agent,
  agent_number,
  site,
  answer_kind,
  answer_rank,
  agent_rank,
  teller.verdict_rank as teller_rank,
  -- ENGINE: the least of several is the least of those that are not null.
  least(listed_reader_day.verdict_rank, listed_agent_day.verdict_rank) as listed_rank,
  least(
    path_rank,
    agent_rank,
    teller.verdict_rank,
    listed_reader_day.verdict_rank,
    listed_agent_day.verdict_rank
  ) as rest_rank
from fact
join calendar using (quarter)
join judged_answer using (method, status)
join judged_path using (path)
left join judged_agent using (agent)
left join teller using (reader, month)
left join listed_reader_day using (reader, day)
left join listed_agent_day using (agent, day)
