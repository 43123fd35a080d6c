-- asks:     How many items were asked for in the sessions of each span of months, each once a session?
-- params:   none
-- returns:  span text | value bigint, null where half of the documents or more are nobody's
-- grain:    one row a span of months; a span without counted requests has no row
-- exact:    yes (distinct rows, never an estimate)
-- source:   docs/measures.md#unique-item-requests
select
  span,
  case
    when 2 * sum(case when reader = 0 then documents else 0 end) < sum(documents) then sum(case when reader <> 0 then 1 else 0 end)
  end as value
from (
  select
    month,
    reader,
    day,
    hour,
    item,
    count(*) as documents
  from request
  where verdict in ('counted', 'double-clicks')
  group by
    month,
    reader,
    day,
    hour,
    item
) as different
join span using (month)
group by
  span
order by
  span
