-- asks:     How many bytes of documents did the readers of each span of months get?
-- params:   none
-- returns:  span text | value bigint, null where no size was recorded | unrecorded bigint
-- grain:    one row a span of months; a span without counted requests has no row
-- exact:    yes
-- source:   docs/measures.md#megabytes-per-day
select
  span,
  sum(got_bytes) as value,
  sum(documents) - sum(sized) as unrecorded
from reader_month
join span using (month)
group by
  span
order by
  span
