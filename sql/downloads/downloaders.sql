-- asks:     How many distinct readers took files of each kind home in each span of months?
-- params:   none
-- returns:  span text | part text | value bigint, null where half of the requests or more are nobody's
-- grain:    one row a span and kind; a kind without downloads in the span has no row
-- exact:    yes (count distinct, never an estimate)
-- source:   docs/measures.md#downloaders
select
  span,
  part,
  case
    when 2 * sum(case when reader = 0 then requests else 0 end) < sum(requests) then count(distinct reader) - max(case when reader = 0 then 1 else 0 end)
  end as value
from (
  select
    month,
    part,
    reader,
    sum(requests) as requests
  from retrieval
  join retrieved_part using (file)
  group by
    month,
    part,
    reader
) as got
join span using (month)
group by
  span,
  part
order by
  span,
  part
