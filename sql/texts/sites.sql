-- asks:     Which sites did referrers name?
-- params:   $parts  bigint  in so many parts
--           $part   bigint  which of them is asked for, from 0
-- returns:  site_text text
-- grain:    one row a site, as the log has it
-- exact:    yes
-- source:   docs/tables.md#referrers
select distinct
  site_text
from known_site
-- ENGINE: a hash of 64 bits; each engine has its own, and any will do.
where hash(site_text) % $parts = $part
