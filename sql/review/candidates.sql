-- asks:     Which clients are to be looked at for signs of a robot, by how much they took or what they call themselves?
-- params:   $documents  bigint  more documents than this in a month
-- returns:  client ubigint | month date | has_furniture integer, 1 where the client fetched something that belongs to a page
-- grain:    one row a client and month with documents that only the limit might leave out
-- exact:    yes
-- source:   docs/nominations.md#clients-that-may-be-robots
select
  client,
  month,
  has_furniture
from client_conduct
where documents > $documents
  or odd_agents > 0
