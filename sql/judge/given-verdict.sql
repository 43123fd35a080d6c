-- asks:     What is the verdict on each request of the period?
-- params:   none
-- returns:  month date | day date | reader ubigint | document integer | bytes bigint | has_agent boolean | request_count integer
--           | verdict text
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
from (
  select
    month,
    day,
    reader,
    document,
    bytes,
    has_agent,
    request_count,
    case when is_heavy = 1 and is_exempt = 0 and verdict_rank > heavy_rank then heavy_rank else verdict_rank end as rank
  from (
    select * from first_rank left join heavy using (reader, month)
  ) as weighed
  cross join (select max(rank) as heavy_rank from verdict where is_limit = 1) as the_limit
) as ranked
join verdict using (rank)
