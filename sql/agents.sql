-- asks:     Which agents did the clients name?
-- params:   none
-- returns:  agent text, never null
-- grain:    one row an agent
-- exact:    yes
-- source:   docs/methodology.md#verdicts
select distinct
  agent
from fact
where agent is not null
