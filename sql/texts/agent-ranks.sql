-- asks:     What do the rules say of the agents that requests hold the keys of?
-- params:   $parts  bigint  in so many parts
--           $part   bigint  which of them is asked for, from 0
-- returns:  agent, its key | agent_number integer | agent_rank integer
-- grain:    one row a key
-- exact:    yes
-- source:   docs/methodology.md#verdicts
select
  agent,
  agent_number,
  agent_rank
from known_agent
join judged_agent using (rule_period, agent_text)
where hash(agent_text) % $parts = $part
