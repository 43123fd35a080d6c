-- asks:     How many distinct readers did each span of months have?
-- params:   none
-- returns:  span text | value bigint
-- grain:    one row a span of months; a span without counted requests has no row
-- exact:    yes (count distinct, never an estimate)
-- source:   docs/measures.md#readers
select
  span,
  count(distinct reader) as value
from reader_month
join span using (month)
group by
  span
order by
  span
