-- asks:     How many bytes of documents did each month's readers get?
-- params:   none
-- returns:  month date | value bigint, null where no size was recorded | unrecorded bigint
-- grain:    one row a month; a month without counted requests has no row
-- exact:    yes
-- source:   docs/measures.md#megabytes-per-day
select
  month,
  sum(bytes) as value,
  count(*) - count(bytes) as unrecorded
from request
where verdict = 'counted'
group by
  month
order by
  month
