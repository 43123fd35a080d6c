-- asks:     How many distinct readers did each span of months have?
-- params:   none
-- returns:  span text | value bigint, null where half of the documents or more are nobody's | unrecorded bigint, those documents
-- grain:    one row a span of months; a span without counted requests has no row
-- exact:    yes (count distinct, never an estimate)
-- source:   docs/measures.md#readers
select
  span,
  case
    when 2 * sum(case when reader = 0 then asked else 0 end) < sum(asked) then count(distinct reader) - max(case when reader = 0 then 1 else 0 end)
  end as value,
  sum(case when reader = 0 then documents else 0 end) as unrecorded
from reader_month
join span using (month)
group by
  span
order by
  span
