-- asks:     Which requests count? And what else are tables made from?
-- params:   none
-- returns:  as given-verdict-whole, without what is the same for all of them
-- grain:    one row a counted request
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
  item
from given_verdict
where verdict = 'counted'
