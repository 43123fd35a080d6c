-- asks:     Which requests would count under another methodology? What measures need of them, and no more.
-- params:   none
-- returns:  month date | reader ubigint | document integer | bytes bigint
-- grain:    one row a request that would count
-- exact:    yes
-- source:   docs/ranges.md#alternatives
select
  month,
  reader,
  document,
  bytes
from given_verdict
where verdict = 'counted'
