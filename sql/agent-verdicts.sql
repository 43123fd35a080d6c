-- asks:     How many of each agent's requests are a robot's, and how many are counted?
-- params:   none
-- returns:  agent text, null where none was recorded | robots bigint | counted bigint
-- grain:    one row an agent with a request of either verdict
-- exact:    yes
-- source:   docs/robots.md#before-a-list-is-taken
select
  agent_text as agent,
  sum(robot_requests) as robots,
  sum(counted_requests) as counted
from agent_tally
group by
  agent_text
