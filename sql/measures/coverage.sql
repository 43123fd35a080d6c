-- asks:     On which days of the period did the servers write anything?
-- params:   none
-- returns:  day date
-- grain:    one row a day with at least one request, whatever became of it
-- exact:    yes
-- source:   docs/measures.md#days-covered
select distinct
  day
from first_rank
order by
  day
