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
from request
join candidate using (client, month)
where verdict in ('counted', 'heavy-readers')
order by
  client,
  month,
  second,
  document
