-- asks:     What is the verdict on each request of the period? Under another methodology: what measures need, and no more.
-- params:   none
-- returns:  month date | reader ubigint | document integer | bytes bigint | verdict text | answer text
--           | would_count integer
-- grain:    one row a request
-- exact:    yes
-- source:   docs/ranges.md#alternatives
select
  month,
  reader,
  document,
  bytes,
  'counted' as verdict,
  'delivered' as answer,
  1 as would_count,
  1 as request_count
from counted
union all
select
  month,
  reader,
  document,
  bytes,
  verdict,
  answer,
  would_count,
  1 as request_count
from given_verdict
where verdict <> 'counted'
