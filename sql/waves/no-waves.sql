-- asks:     Which clients are of a wave before any is looked for?
-- params:   none
-- returns:  client ubigint | month date | wave integer; no row
-- grain:    one row a client and month
-- exact:    yes
-- source:   docs/nominations.md#waves
select
  client,
  month,
  is_old as wave
from slight_client
where is_old < 0
