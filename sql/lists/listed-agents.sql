-- asks:     On which days did agents on a list come, and which verdict does the list give them?
-- params:   none
-- returns:  agent_number integer | day date | listed_agent_rank integer
-- grain:    one row a listed agent and day; the first verdict in the order of the rules
-- exact:    yes
-- source:   docs/methodology.md#verdicts
select
  agent_number,
  day,
  min(verdict_rank) as listed_agent_rank
from (
  select
    agent_number,
    quarter,
    verdict_rank,
    from_day,
    until_day
  from (
    select agent, agent_number, verdict_rank, from_day, until_day from agent_verdict join listed_agent using (agent_number)
  ) as named
  join fact using (agent)
) as listed
join calendar using (quarter)
where day >= from_day
  and day <= until_day
group by
  agent_number,
  day
