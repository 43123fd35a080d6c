-- asks:     How many requests of any verdict did the logs of each span of months hold?
-- params:   none
-- returns:  span text | value bigint
-- grain:    one row a span of months; a span without requests has no row
-- exact:    yes
-- source:   docs/measures.md#hits
select
  span,
  sum(request_count) as value
from request
join span using (month)
group by
  span
order by
  span
