-- asks:     How many of each agent's requests are a robot's, and how many are counted?
-- params:   none
-- returns:  agent integer, -1 for none | robots bigint | counted bigint
-- grain:    one row an agent with a request of either verdict
-- exact:    yes
-- source:   docs/robots.md#before-a-list-is-taken
select
  agent,
  sum(case when verdict = 'robots' then 1 else 0 end) as robots,
  sum(case when verdict = 'counted' then 1 else 0 end) as counted
from request
where verdict in ('robots', 'counted')
group by
  agent
