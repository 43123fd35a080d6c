-- asks:     How many readers of each span of months got other documents than before all was judged otherwise?
-- params:   none
-- returns:  span text | readers bigint
-- grain:    one row a span in which a reader got others
-- exact:    yes (count distinct, never an estimate)
-- source:   docs/ranges.md#few-readers
select
  span,
  count(distinct reader) as readers
from (
  select
    month,
    reader
  from (
    select
      month,
      reader,
      -- ENGINE: an old ClickHouse puts no count beside one that may be below 0; what is left of a subtraction may always be.
      documents - 0 as documents,
      coalesce(got_bytes, 0) - 0 as size
    from reader_month
    where reader <> 0
    union all
    select
      month,
      reader,
      0 - documents as documents,
      0 - coalesce(got_bytes, 0) as size
    from usual_reader_month
    where reader <> 0
  ) as both_ways
  group by
    month,
    reader
  having sum(documents) <> 0
    or sum(size) <> 0
) as moved
join span using (month)
group by
  span
order by
  span
