-- asks:     What is the verdict on each request of the period?
-- params:   none
-- returns:  as given-verdict
-- grain:    as first-rank
-- exact:    yes
-- source:   docs/methodology.md#verdicts
select
  month,
  day,
  reader,
  document,
  bytes,
  has_agent,
  request_count,
  verdict
from given_verdict
