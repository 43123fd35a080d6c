-- asks:     What does each rule that needs no counting say of each request of the period?
-- params:   none
-- returns:  month date | day date | hour integer | second bigint | client ubigint | network48 ubigint | address ubigint
--           | document integer | bytes bigint | agent text | agent_number integer | site text | answer_number integer
--           | answer_kind integer | answer_rank integer | path_rank integer | agent_rank integer | teller_rank integer
--           | listed_rank integer
-- grain:    one row a request
-- exact:    yes
-- source:   docs/methodology.md#verdicts
select
  month,
  day,
  hour,
  second,
  reader as client,
  network48,
  address,
  document,
  bytes,
  agent,
  agent_number,
  site,
  answer_number,
  answer_kind,
  answer_rank,
  path_rank,
  agent_rank,
  teller.verdict_rank as teller_rank,
  -- ENGINE: the least of several is the least of those that are not null.
  least(listed_reader_day.verdict_rank, listed_agent_day.verdict_rank) as listed_rank
from fact
join calendar using (quarter)
join judged_answer using (method, status)
join judged_path using (path)
left join judged_agent using (agent)
left join teller using (reader, month)
left join listed_reader_day using (reader, day)
left join listed_agent_day using (agent, day)
