-- asks:     What is the verdict on each request where paths are told apart, and what else are tables made from?
-- params:   none
-- returns:  as given-verdict-whole; item is one for all formats of a document
-- grain:    one row a request
-- exact:    yes
-- source:   docs/methodology.md#double-clicks
select
  month,
  day,
  hour,
  second,
  client,
  reader,
  own_document as document,
  bytes,
  has_agent,
  site,
  agent,
  robot,
  item,
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
    own_document,
    item,
    bytes,
    has_agent,
    site,
    agent,
    robot,
    answer_kind,
    case when (is_heavy is null or is_exempt = 1) and other_rank = counted_rank then 1 else 0 end as would_count,
    case
      when is_heavy = 1 and is_exempt = 0 and verdict_rank > heavy_rank then heavy_rank
      when verdict_rank = counted_rank and is_clicked = 1 and is_kept is null and reader <> 0 then click_rank
      else verdict_rank
    end as rank
  from (
    select * from (
      select * from (
        select * from (
          select * from first_rank left join heavy using (reader, month)
        ) as weighed left join kept_click using (number)
      ) as sorted left join clicked_month using (month)
    ) as known left join path_document using (rule_period, document)
  ) as placed
  cross join (
    select
      max(case when is_limit = 1 then rank else 0 end) as heavy_rank,
      max(case when verdict = 'double-clicks' then rank else 0 end) as click_rank,
      max(rank) as counted_rank
    from verdict
  ) as the_ranks
) as ranked
join verdict using (rank)
