-- asks:     How many documents did readers get on each group of days, and how many readers were they?
-- params:   $span  text    the span's name
--           $most  bigint  no more rows than this
-- returns:  entry integer, below 0 for what is no item | documents bigint | readers bigint
-- grain:    one row an entry of grouping; those below 0 first, then those with most documents
-- exact:    yes (count distinct, never an estimate)
-- source:   docs/tables.md#weekdays
select
  entry,
  count(*) as documents,
  count(distinct reader) as readers
from request
join span using (month)
join day_item using (day)
join grouping using (item)
where span = $span
  and verdict = 'counted'
group by
  entry
order by
  case when entry < 0 then 0 else 1 end,
  documents desc,
  entry
limit $most
