-- asks:     What does the first rule that needs no counting say of each request of the period?
-- params:   none
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
  least(answer_rank, rest_rank)::utinyint as verdict_rank
from judged
