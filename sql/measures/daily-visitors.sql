-- asks:     How many readers came on each day of each span of months, summed over the days?
-- params:   none
-- returns:  span text | value bigint
-- grain:    one row a span of months; a span without counted requests has no row
-- exact:    yes (distinct rows, never an estimate)
-- source:   docs/measures.md#daily-visitors
select
  span,
  count(*) as value
from (
  select distinct
    month,
    reader,
    day
  from counted
) as different
join span using (month)
group by
  span
order by
  span
