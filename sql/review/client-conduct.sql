-- asks:     What did each client take in each month, as far as it tells a robot?
-- params:   $shortest  integer  an agent of fewer characters than this is odd
--           $longest   integer  an agent of more characters than this is odd
-- returns:  client ubigint | month date | documents bigint | odd_agents bigint, documents asked for under an odd agent
--           | first_agent integer, of its numbers the least, -1 for none | first_day date | last_day date
--           | has_furniture integer, 1 where the client fetched something that belongs to a page
-- grain:    one row a client and month with documents that only the limit might leave out
-- exact:    yes
-- source:   docs/nominations.md#clients-that-may-be-robots
select
  client,
  month,
  sum(case when verdict in ('counted', 'heavy-readers') then 1 else 0 end) as documents,
  sum(
    case
      when verdict in ('counted', 'heavy-readers') and (characters < $shortest or characters > $longest) then 1
      else 0
    end
  ) as odd_agents,
  min(case when verdict in ('counted', 'heavy-readers') then agent end) as first_agent,
  min(case when verdict in ('counted', 'heavy-readers') then day end) as first_day,
  max(case when verdict in ('counted', 'heavy-readers') then day end) as last_day,
  max(case when verdict in ('graphics', 'page-furniture') then 1 else 0 end) as has_furniture
from (
  select *
  from request
  left join (
    select reader as client, day, exempt from listed_reader_day where exempt = 1
  ) as decided using (client, day)
) as known
left join (
  select agent, characters from agent_length
) as named using (agent)
where exempt is null
  and client <> 0
group by
  client,
  month
having sum(case when verdict in ('counted', 'heavy-readers') then 1 else 0 end) > 0
