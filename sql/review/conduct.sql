-- asks:     What did each candidate take, when, and under which name?
-- params:   none
-- returns:  client_text text | month date | second bigint | document integer | agent integer, -1 for none
-- grain:    one row a document that only the limit might leave out, in the order of clients, months and seconds
-- exact:    yes
-- source:   docs/nominations.md#clients-that-may-be-robots
select
  cast(client as varchar) as client_text,
  month,
  second,
  document,
  agent
from (
  select *
  from request
  join candidate using (client, month)
) as looked_at
left join (
  select reader as client, day, exempt from listed_reader_day where exempt = 1
) as decided using (client, day)
where verdict in ('counted', 'heavy-readers')
  and exempt is null
order by
  client,
  month,
  second,
  document
