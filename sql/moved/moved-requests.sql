-- asks:     Who asked for a document that has moved for good, from which site, and in which sixteen seconds?
-- params:   none
-- returns:  month date | client ubigint | reader ubigint | second bigint | slot bigint, of sixteen seconds | next_slot bigint | document integer
--           | link_site integer, -1 where no site was named
-- grain:    one row a request that no rule but that on the answer takes
-- exact:    yes
-- source:   docs/tables.md#moved-documents
select
  month,
  client,
  reader,
  second,
  cast(floor(second / 16) as bigint) as slot,
  cast(floor(second / 16) as bigint) + 1 as next_slot,
  document,
  coalesce(site, -1) as link_site
from request
where answer = 'moved'
  and would_count = 1
