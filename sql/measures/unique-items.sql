-- asks:     How many items were asked for in the sessions of each span of months, each once a session?
-- params:   none
-- returns:  span text | value bigint
-- grain:    one row a span of months; a span without counted requests has no row
-- exact:    yes (distinct rows, never an estimate)
-- source:   docs/measures.md#unique-item-requests
select
  span,
  count(*) as value
from (
  select distinct
    month,
    reader,
    day,
    hour,
    item
  from counted
) as different
join span using (month)
group by
  span
order by
  span
