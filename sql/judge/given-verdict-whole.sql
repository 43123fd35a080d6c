-- asks:     What is the verdict on each request of the period, and what else are tables made from?
-- params:   none
-- returns:  month date | day date | hour integer | second bigint | client ubigint | reader ubigint | document integer
--           | bytes bigint | has_agent boolean | site integer, null where the format has none | agent integer, -1 for none
--           | robot integer, the agent of what is a robot, -1 for one known by what it asked for, -2 for one known by its
--           network, -3 for what is none | item integer, the document | answer text | would_count integer, 1 where no rule but
--           that on the answer takes it | verdict text
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
  document as item,
  case
    when answer_kind = 1 then 'delivered'
    when answer_kind = 2 then 'redirected'
    when answer_kind = 3 then 'missing'
    when answer_kind = 4 then 'moved'
    else 'other'
  end as answer,
  would_count,
  verdict
from (
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
    answer_kind,
    case when (is_heavy is null or is_exempt = 1) and other_rank = counted_rank then 1 else 0 end as would_count,
    case when is_heavy = 1 and is_exempt = 0 and verdict_rank > heavy_rank then heavy_rank else verdict_rank end as rank
  from (
    select * from first_rank left join heavy using (reader, month)
  ) as weighed
  cross join (
    select
      max(case when is_limit = 1 then rank else 0 end) as heavy_rank,
      max(rank) as counted_rank
    from verdict
  ) as the_ranks
) as ranked
join verdict using (rank)
