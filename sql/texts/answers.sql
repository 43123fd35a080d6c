-- asks:     Which methods and statuses did the servers record?
-- params:   none
-- returns:  method text | status bigint
-- grain:    one row a pair
-- exact:    yes
-- source:   docs/methodology.md#verdicts
select distinct
  method,
  status
from known_answer
