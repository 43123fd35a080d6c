-- asks:     How many documents did each month's readers get?
-- params:   none
-- returns:  month date | value bigint
-- grain:    one row a month; a month without counted requests has no row
-- exact:    yes
-- source:   docs/measures.md#documents-per-day
select
  month,
  count(*) as value
from request
where verdict = 'counted'
group by
  month
order by
  month
