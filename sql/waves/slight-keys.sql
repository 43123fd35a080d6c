-- asks:     By what may each of these clients be alike with others?
-- params:   none
-- returns:  likeness text, what is alike | month date | agent integer, -1 where it is not by it
--           | place text, a country or a network, '' where it is not by it | day date, the month's first where it is not by it | client ubigint
--           | has_furniture integer | first_day date
-- grain:    one row a client, month and likeness
-- exact:    yes
-- source:   docs/nominations.md#waves
select
  'agent' as likeness, month, agent, '' as place, month as day, client, has_furniture, came_on as first_day
from slight_client
where agent >= 0
union all
select
  'agent-day' as likeness, month, agent, '' as place, came_on as day, client, has_furniture, came_on as first_day
from slight_client
where agent >= 0
union all
select
  'old-browser-day' as likeness, month, -1 as agent, '' as place, came_on as day, client, has_furniture, came_on as first_day
from slight_client
where is_old = 1
union all
select
  'old-browser' as likeness, month, -1 as agent, '' as place, month as day, client, has_furniture, came_on as first_day
from slight_client
where is_old = 1
union all
select
  'agent-network' as likeness, month, agent, network as place, month as day, client, has_furniture, came_on as first_day
from slight_client
where network <> ''
  and agent >= 0
union all
select
  'agent-country' as likeness, month, agent, country as place, month as day, client, has_furniture, came_on as first_day
from slight_client
where country <> ''
  and agent >= 0
union all
select
  'network' as likeness, month, -1 as agent, network as place, month as day, client, has_furniture, came_on as first_day
from slight_client
where network <> ''
union all
select
  'country' as likeness, month, -1 as agent, country as place, month as day, client, has_furniture, came_on as first_day
from slight_client
where country <> ''
union all
select
  'day' as likeness, month, -1 as agent, '' as place, came_on as day, client, has_furniture, came_on as first_day
from slight_client
