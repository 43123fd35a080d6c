-- asks:     Which sites did referrers name?
-- params:   none
-- returns:  site_text text
-- grain:    one row a site, as the log has it
-- exact:    yes
-- source:   docs/tables.md#referrers
select distinct
  site_text
from known_site
