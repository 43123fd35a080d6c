-- asks:     How much did the servers answer in a span of months, to whomever?
-- params:   $from   date    first month of the span
--           $until  date    last month, inclusive
-- returns:  requests bigint | bytes bigint
-- grain:    one row
-- exact:    yes
-- source:   docs/tables.md#robots
select
  count(*) as requests,
  coalesce(sum(bytes), 0) as bytes
from request
where month >= $from
  and month <= $until
