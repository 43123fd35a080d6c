-- asks:     How many of each month's counted requests came in logs that do not record agents?
-- params:   none
-- returns:  month date | requests bigint
-- grain:    one row a month with such requests
-- exact:    yes
-- source:   docs/methodology.md#robots
select
  month,
  count(*) as requests
from counted
where not has_agent
group by
  month
order by
  month
