-- asks:     On which days did agents on a list come, and which verdict does the list give them?
-- params:   none
-- returns:  agent text | day date | verdict_rank bigint
-- grain:    one row a listed agent and day; the first verdict in the order of the rules
-- exact:    yes
-- source:   docs/methodology.md#verdicts
select
  agent,
  day,
  min(verdict_rank) as verdict_rank
from (
  select
    agent,
    quarter,
    verdict_rank,
    from_day,
    until_day
  from fact
  join listed_agent using (agent)
) as listed
join calendar using (quarter)
where day >= from_day
  and day <= until_day
group by
  agent,
  day
