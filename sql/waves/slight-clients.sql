-- asks:     Which clients took a document or a few, under which agent, from which country, and first when?
-- params:   $most  bigint  so many documents at most
-- returns:  client ubigint | month date | agent integer, -1 for none | country text, '' where it is not known
--           | network text, of the routing table, '' where it is not known | came_on date, of the first document
--           | is_old integer, 1 where the browser is years old | has_furniture integer
-- grain:    one row a client and month
-- exact:    yes
-- source:   docs/nominations.md#waves
select
  client,
  month,
  agent,
  coalesce(known_country, '') as country,
  coalesce(known_network, '') as network,
  first_day as came_on,
  case when old_from <= month then 1 else 0 end as is_old,
  has_furniture
from (
  select *
  from (
    select client, month, first_agent as agent, first_day, has_furniture from client_conduct where documents <= $most
  ) as slight
  left join (
    select reader as client, country as known_country, network as known_network from reader_place
  ) as placed using (client)
) as somewhere
left join (
  select agent, old_from from agent_age
) as aged using (agent)
