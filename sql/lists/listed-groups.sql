-- asks:     On which days did readers of a listed place, or of any, come under a listed agent, and which verdict does the list give them?
-- params:   none
-- returns:  reader ubigint | agent_number integer | day date | listed_group_rank integer
-- grain:    one row a reader, agent and day; the first verdict in the order of the rules
-- exact:    yes
-- source:   docs/methodology.md#groups
select
  reader,
  agent_number,
  day,
  min(verdict_rank) as listed_group_rank
from (
  select
    reader,
    agent_number,
    quarter,
    verdict_rank,
    from_day,
    until_day
  from (
    select
      reader,
      agent_number,
      quarter,
      entry
    from (
      select agent, agent_number, entry from agent_verdict join place_agent using (agent_number)
    ) as named
    join fact using (agent)
  ) as asked
  join (
    select reader, entry, verdict_rank, from_day, until_day from placed_reader where has_agent = 1
  ) as placed using (reader, entry)
  union all
  select
    reader,
    agent_number,
    quarter,
    verdict_rank,
    from_day,
    until_day
  from (
    select agent, agent_number, verdict_rank, from_day, until_day
    from (
      select agent, agent_number, entry from agent_verdict join place_agent using (agent_number)
    ) as named
    join (
      select entry, verdict_rank, from_day, until_day from place_entry where country_name = '' and network_name = ''
    ) as anywhere using (entry)
  ) as sought
  join fact using (agent)
) as listed
join calendar using (quarter)
where day >= from_day
  and day <= until_day
group by
  reader,
  agent_number,
  day
