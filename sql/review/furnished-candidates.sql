-- asks:     Which candidates fetched something that belongs to a page?
-- params:   none
-- returns:  client_text text | month date
-- grain:    one row a candidate and month
-- exact:    yes
-- source:   docs/nominations.md#clients-that-may-be-robots
select
  cast(client as varchar) as client_text,
  month
from candidate
where has_furniture = 1
