-- asks:     How many different documents did each month's readers choose?
-- params:   none
-- returns:  month date | value bigint
-- grain:    one row a month; a month without counted requests has no row
-- exact:    yes (count distinct, never an estimate)
-- source:   docs/measures.md#different-documents
select
  month,
  count(distinct document) as value
from request
where verdict = 'counted'
group by
  month
order by
  month
