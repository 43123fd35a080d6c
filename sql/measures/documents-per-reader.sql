-- asks:     How many documents did the readers of each span of months get, and how many readers were they?
-- params:   none
-- returns:  span text | value bigint | parts bigint
-- grain:    one row a span of months; a span without counted requests has no row
-- exact:    yes (count distinct, never an estimate)
-- source:   docs/measures.md#documents-per-reader
select
  span,
  sum(documents) as value,
  count(distinct reader) as parts
from reader_month
join span using (month)
group by
  span
order by
  span
