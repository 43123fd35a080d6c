-- asks:     How many readers asked for documents that have moved, from which site, and how often?
-- params:   $from   date    first month of the span
--           $until  date    last month, inclusive
--           $most   bigint  no more rows than this
-- returns:  entry integer, below 0 for what is no item | readers bigint | requests bigint
-- grain:    one row an entry of grouping; those below 0 first, then those with most readers
-- exact:    yes (count distinct, never an estimate)
-- source:   docs/tables.md#moved-documents
select
  entry,
  count(distinct reader) - max(case when reader = 0 then 1 else 0 end) as readers,
  count(*) as requests
from (
  select
    reader,
    item
  from moved_request
  join moved_link using (document, link_site)
  where month >= $from
    and month <= $until
) as told
join (
  select item, entry from grouping
) as grouped using (item)
group by
  entry
order by
  case when entry < 0 then 0 else 1 end,
  readers desc,
  entry
limit $most
