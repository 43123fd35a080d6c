-- asks:     Which requests count?
-- params:   none
-- returns:  as given-verdict, without what is the same for all of them
-- grain:    one row a counted request
-- exact:    yes
-- source:   docs/methodology.md#verdicts
select
  month,
  day,
  reader,
  document,
  bytes,
  has_agent
from given_verdict
where verdict = 'counted'
