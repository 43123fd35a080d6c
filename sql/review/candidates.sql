-- asks:     Which clients are to be looked at for signs of a robot, by how much they took or what they call themselves?
-- params:   $documents  bigint   more documents than this in a month
--           $shortest   integer  an agent of fewer characters than this
--           $longest    integer  an agent of more characters than this
-- returns:  client ubigint | month date | has_furniture integer, 1 where the client fetched something that belongs to a page
-- grain:    one row a client and month with documents that only the limit might leave out
-- exact:    yes
-- source:   docs/nominations.md#clients-that-may-be-robots
select
  client,
  month,
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
having sum(case when verdict in ('counted', 'heavy-readers') then 1 else 0 end) > $documents
  or sum(
    case
      when verdict in ('counted', 'heavy-readers') and (characters < $shortest or characters > $longest) then 1
      else 0
    end
  ) > 0
