-- asks:     How many documents did the readers of each span of months get, and how many readers were they?
-- params:   none
-- returns:  span text | value bigint, null where half of the documents or more are nobody's | parts bigint
-- grain:    one row a span of months; a span without counted requests has no row
-- exact:    yes (count distinct, never an estimate)
-- source:   docs/measures.md#documents-per-reader
select
  span,
  case
    when 2 * sum(case when reader = 0 then asked else 0 end) < sum(asked) then sum(case when reader <> 0 then documents else 0 end)
  end as value,
  count(distinct reader) - max(case when reader = 0 then 1 else 0 end) as parts
from reader_month
join span using (month)
group by
  span
order by
  span
