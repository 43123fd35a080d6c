-- asks:     How much did the servers answer in a span of months, to whomever?
-- params:   $span  text  the span's name
-- returns:  requests bigint | bytes bigint
-- grain:    one row
-- exact:    yes
-- source:   docs/tables.md#robots
select
  count(*) as requests,
  coalesce(sum(bytes), 0) as bytes
from request
join span using (month)
where span = $span
