-- asks:     How many requests are there between two instants?
-- params:   $from   bigint  second since 1970 UTC, inclusive
--           $until  bigint  second, exclusive
-- returns:  requests bigint
-- grain:    one row
-- exact:    yes
-- source:   docs/store.md#closing-a-month
select count(*) as requests
from fact
where second >= $from
  and second < $until
