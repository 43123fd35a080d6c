-- asks:     Which sites did referrers name?
-- params:   none
-- returns:  site text, never null
-- grain:    one row a site, as the log has it
-- exact:    yes
-- source:   docs/tables.md#referrers
select distinct
  site
from fact
where site is not null
