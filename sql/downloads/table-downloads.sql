-- asks:     How often was each file taken home, by how many readers, and how many bytes did they get?
-- params:   $from   date    first month of the span
--           $until  date    last month, inclusive
--           $most   bigint  no more rows than this
-- returns:  entry integer, below 0 for what is no item | downloads bigint | readers bigint | bytes bigint
-- grain:    one row an entry of grouping; those below 0 first, then those with most downloads
-- exact:    yes (count distinct, never an estimate)
-- source:   docs/tables.md#top-downloads
select
  entry,
  count(*) as downloads,
  count(distinct reader) as readers,
  sum(got_bytes) as bytes
from retrieval
join (
  select item as file, entry from grouping
) as grouped using (file)
where month >= $from
  and month <= $until
  and reader <> 0
group by
  entry
order by
  case when entry < 0 then 0 else 1 end,
  downloads desc,
  entry
limit $most
