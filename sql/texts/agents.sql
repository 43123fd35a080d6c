-- asks:     Which agents did the clients name?
-- params:   $parts  bigint  in so many parts
--           $part   bigint  which of them is asked for, from 0
-- returns:  agent_text text
-- grain:    one row an agent
-- exact:    yes
-- source:   docs/methodology.md#verdicts
select distinct
  agent_text
from known_agent
-- ENGINE: a hash of 64 bits; each engine has its own, and any will do.
where hash(agent_text) % $parts = $part
