-- asks:     How many readers asked for documents that are missing, and how often?
-- params:   $from   date    first month of the span
--           $until  date    last month, inclusive
--           $most   bigint  no more rows than this
-- returns:  entry integer, below 0 for what is no item | readers bigint | requests bigint
-- grain:    one row an entry of grouping; those below 0 first, then those with most readers
-- exact:    yes (count distinct, never an estimate)
-- source:   docs/tables.md#missing-documents
select
  entry,
  count(distinct reader) - max(case when reader = 0 then 1 else 0 end) as readers,
  count(*) as requests
from request
join (
  select item as document, entry from grouping
) as grouped using (document)
where month >= $from
  and month <= $until
  and answer = 'missing'
  and would_count = 1
group by
  entry
order by
  case when entry < 0 then 0 else 1 end,
  readers desc,
  entry
limit $most
