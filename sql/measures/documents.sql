-- asks:     How many documents did the readers of each span of months get?
-- params:   none
-- returns:  span text | value bigint
-- grain:    one row a span of months; a span without counted requests has no row
-- exact:    yes
-- source:   docs/measures.md#documents-per-day
select
  span,
  sum(documents) as value
from reader_month
join span using (month)
group by
  span
order by
  span
