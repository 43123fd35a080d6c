-- asks:     How many sessions did the counted requests of each span of months fall into? A session is an hour of a reader.
-- params:   none
-- returns:  span text | value bigint
-- grain:    one row a span of months; a span without counted requests has no row
-- exact:    yes (distinct rows, never an estimate)
-- source:   docs/measures.md#sessions
select
  span,
  count(*) as value
from (
  select distinct
    month,
    reader,
    day,
    hour
  from counted
) as different
join span using (month)
group by
  span
order by
  span
