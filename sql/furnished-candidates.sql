-- asks:     Which candidates fetched something that belongs to a page?
-- params:   none
-- returns:  client text | month date
-- grain:    one row a candidate and month
-- exact:    yes
-- source:   docs/nominations.md#clients-that-may-be-robots
select
  client::varchar as client,
  month
from candidate
where has_furniture = 1
