-- asks:     Which agents did the clients name?
-- params:   none
-- returns:  agent_text text
-- grain:    one row an agent
-- exact:    yes
-- source:   docs/methodology.md#verdicts
select distinct
  agent_text
from known_agent
