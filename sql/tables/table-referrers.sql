-- asks:     How many documents did readers get who came from each group of sites, and how many readers were they?
-- params:   $from   date    first month of the span
--           $until  date    last month, inclusive
--           $most   bigint  no more rows than this
-- returns:  entry integer, below 0 for what is no item | documents bigint | readers bigint
-- grain:    one row an entry of grouping; those below 0 first, then those with most documents
-- exact:    yes (count distinct, never an estimate)
-- source:   docs/tables.md#referrers
select
  entry,
  count(*) as documents,
  count(distinct reader) - max(case when reader = 0 then 1 else 0 end) as readers
from counted
join (
  select item as site, entry from grouping
) as grouped using (site)
where month >= $from
  and month <= $until
group by
  entry
order by
  case when entry < 0 then 0 else 1 end,
  documents desc,
  entry
limit $most
