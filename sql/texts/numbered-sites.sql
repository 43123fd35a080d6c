-- asks:     Which numbers have the sites that requests hold the keys of?
-- params:   $parts  bigint  in so many parts
--           $part   bigint  which of them is asked for, from 0
-- returns:  site_key | site_number integer
-- grain:    one row a key
-- exact:    yes
-- source:   docs/tables.md#referrers
select
  site as site_key,
  site_number
from known_site
join judged_site using (site_text)
where hash(site_text) % $parts = $part
