-- asks:     Which requests are judged by another methodology, where all that is asked of a judgement is wanted?
-- params:   none
-- returns:  as first-rank-whole, without what another methodology says itself
-- grain:    one row a request
-- exact:    yes
-- source:   docs/ranges.md#alternatives
select
  rule_period,
  month,
  day,
  hour,
  second,
  client,
  network48,
  address,
  document,
  bytes,
  has_agent,
  site,
  agent,
  robot,
  answer_number,
  path_rank,
  robots_txt_rank,
  list_rank,
  is_exempt
from saved_rank
