-- asks:     How many files of each kind were taken home in each span of months?
-- params:   none
-- returns:  span text | part text | value bigint, null where half of the requests or more are nobody's
-- grain:    one row a span and kind; a kind without downloads in the span has no row
-- exact:    yes
-- source:   docs/measures.md#downloads
select
  span,
  part,
  case
    when 2 * sum(case when reader = 0 then requests else 0 end) < sum(requests) then sum(case when reader = 0 then 0 else 1 end)
  end as value
from (
  select
    month,
    part,
    reader,
    requests
  from retrieval
  join retrieved_part using (file)
) as got
join span using (month)
group by
  span,
  part
order by
  span,
  part
