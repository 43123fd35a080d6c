-- asks:     What is the verdict on each request of the period? And what else are tables made from?
-- params:   none
-- returns:  as given-verdict-whole
-- grain:    one row a request
-- exact:    yes
-- source:   docs/methodology.md#verdicts
select
  month,
  day,
  hour,
  second,
  client,
  reader,
  document,
  bytes,
  has_agent,
  site,
  agent,
  robot,
  item,
  'counted' as verdict,
  'delivered' as answer,
  1 as would_count,
  1 as request_count
from counted
union all
select
  month,
  day,
  hour,
  second,
  client,
  reader,
  document,
  bytes,
  has_agent,
  site,
  agent,
  robot,
  item,
  verdict,
  answer,
  would_count,
  1 as request_count
from given_verdict
where verdict <> 'counted'
