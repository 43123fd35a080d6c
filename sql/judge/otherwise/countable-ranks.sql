-- asks:     Which requests are judged by another methodology, where measures alone are wanted: which may count, or be too many?
-- params:   none
-- returns:  as first-rank-whole, without what another methodology says itself
-- grain:    one row a request that no rule on paths and no list takes before readers are found heavy
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
cross join (select max(case when is_limit = 1 then rank else 0 end) as heavy_rank from verdict) as the_rank
where path_rank > heavy_rank
  and list_rank > heavy_rank
