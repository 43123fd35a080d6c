-- asks:     How often did clients get which document first, after they were told that another has moved?
-- params:   $from   date    first month of the span
--           $until  date    last month, inclusive
-- returns:  document integer, that has moved | next_document integer | moves bigint
-- grain:    one row a pair of documents
-- exact:    yes
-- source:   docs/tables.md#moved-documents
select
  document,
  next_document,
  count(*) as moves
from moved_step
where month >= $from
  and month <= $until
group by
  document,
  next_document
order by
  document,
  next_document
