-- asks:     How many of each span's readers came in more than one of its months?
-- params:   none
-- returns:  span text | value bigint, null where the span is one month | parts bigint
-- grain:    one row a span of months; a span without counted requests has no row
-- exact:    yes
-- source:   docs/measures.md#returning-readers-percent
select
  span,
  case when max(span_length) > 1 then sum(case when months > 1 then 1 else 0 end) end as value,
  count(*) as parts
from (
  select
    span,
    reader,
    max(span_months) as span_length,
    count(*) as months
  from reader_month
  join span using (month)
  group by
    span,
    reader
) as came
group by
  span
order by
  span
