-- asks:     How many documents of each site did readers get in a span of months, how many readers were they, and how much was sent?
-- params:   $from   date    first month of the span
--           $until  date    last month, inclusive
--           $most   bigint  no more rows than this
-- returns:  entry integer, the site's number | documents bigint | readers bigint | bytes bigint
-- grain:    one row an entry of grouping; those with most documents first
-- exact:    yes (count distinct, never an estimate)
-- source:   docs/tables.md#sites
select
  entry,
  count(*) as documents,
  count(distinct reader) - max(case when reader = 0 then 1 else 0 end) as readers,
  coalesce(sum(bytes), 0) as bytes
from counted
join (
  select item as document, entry from grouping
) as grouped using (document)
where month >= $from
  and month <= $until
group by
  entry
order by
  case when entry < 0 then 0 else 1 end,
  documents desc,
  entry
limit $most
