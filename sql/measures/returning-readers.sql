-- asks:     How many of each span's readers came in more than one of its months?
-- params:   none
-- returns:  span text | value bigint, null where the span is one month, or where half of the documents or
--           more are nobody's | parts bigint
-- grain:    one row a span of months; a span without counted requests has no row
-- exact:    yes
-- source:   docs/measures.md#returning-readers-percent
select
  span,
  case
    when max(span_length) > 1 and 2 * sum(case when reader = 0 then asked else 0 end) < sum(asked)
      then sum(case when months > 1 and reader <> 0 then 1 else 0 end)
  end as value,
  count(*) - max(case when reader = 0 then 1 else 0 end) as parts
from (
  select
    span,
    reader,
    max(span_months) as span_length,
    count(*) as months,
    sum(asked) as asked
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
