-- asks:     How many distinct readers did each month have?
-- params:   none
-- returns:  month date | value bigint
-- grain:    one row a month; a month without counted requests has no row
-- exact:    yes (count distinct, never an estimate)
-- source:   docs/measures.md#readers
select
  month,
  count(distinct reader) as value
from request
where verdict = 'counted'
group by
  month
order by
  month
