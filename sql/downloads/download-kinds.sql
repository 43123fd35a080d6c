-- asks:     Of which kinds is each file that was taken home in a span of months?
-- params:   $from   date  first month of the span
--           $until  date  last month, inclusive
-- returns:  part text | file integer
-- grain:    one row a kind and file of it
-- exact:    yes
-- source:   docs/tables.md#top-downloads
select
  part,
  file
from retrieval
join retrieved_part using (file)
where month >= $from
  and month <= $until
group by
  part,
  file
