-- asks:     Where did every request of each month go?
-- params:   none
-- returns:  month date | verdict text | requests bigint
-- grain:    one row a month and verdict; a verdict that took no request of the month has no row
-- exact:    yes
-- source:   docs/methodology.md#verdicts
select
  month,
  verdict,
  sum(request_count) as requests
from request
group by
  month,
  verdict
order by
  month,
  verdict
