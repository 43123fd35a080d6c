-- asks:     What was chosen by whom, where every request that counts is a choice of its own?
-- params:   none
-- returns:  month date | reader ubigint | document integer | bytes bigint | is_kept integer, always 1
-- grain:    one row a counted request
-- exact:    yes
-- source:   docs/methodology.md#double-clicks
select
  month,
  reader,
  document,
  bytes,
  1 as is_kept
from counted
