-- asks:     How often were clients told that a document has moved?
-- params:   $from   date    first month of the span
--           $until  date    last month, inclusive
-- returns:  document integer | moves bigint
-- grain:    one row a document that has moved; a client counts once a second
-- exact:    yes
-- source:   docs/tables.md#moved-documents
select
  document,
  count(*) as moves
from (
  select distinct
    client,
    second,
    document
  from moved_request
  where month >= $from
    and month <= $until
) as told
group by
  document
order by
  document
