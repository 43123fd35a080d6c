-- asks:     Which day and which hour of the clock is each quarter of an hour in?
-- params:   none
-- returns:  quarter bigint, since 1970 in UTC | hour integer | day date | month date | rule_period tinyint
-- grain:    one row a quarter of an hour
-- exact:    yes
-- source:   docs/methodology.md#verdicts
select
  first_quarter + number as quarter,
  cast(floor((clock_quarter + number) / 4) as integer) as hour,
  day,
  month,
  rule_period
from clock_run
cross join quarter_number
where number < quarters
