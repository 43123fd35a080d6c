-- asks:     What was chosen by whom? A double click is a choice, too: only how many documents there were does without its first.
-- params:   none
-- returns:  month date | reader ubigint | document integer | bytes bigint | is_kept integer, 1 where the request counts
-- grain:    one row a request that counts, or would but for a second click
-- exact:    yes
-- source:   docs/methodology.md#double-clicks
select
  month,
  reader,
  document,
  bytes,
  case when verdict = 'counted' then 1 else 0 end as is_kept
from request
where verdict in ('counted', 'double-clicks')
