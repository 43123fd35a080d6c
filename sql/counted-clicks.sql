-- asks:     Which requests count where paths are told apart? And what else are tables made from?
-- params:   none
-- returns:  as given-verdict-clicks, without what is the same for all of them
-- grain:    one row a counted request
-- exact:    yes
-- source:   docs/methodology.md#double-clicks
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
