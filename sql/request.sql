-- asks:     What is the verdict on each request of the period?
-- params:   none
-- returns:  as given-verdict
-- grain:    one row a request
-- exact:    yes
-- source:   docs/methodology.md#verdicts
select
  month,
  day,
  reader,
  document,
  bytes,
  has_agent,
  'counted' as verdict
from counted
union all
select
  month,
  day,
  reader,
  document,
  bytes,
  has_agent,
  verdict
from given_verdict
where verdict <> 'counted'
