-- asks:     Which readers came in each month, and how many documents did they get?
-- params:   none
-- returns:  month date | reader ubigint | documents bigint
-- grain:    one row a reader and month with a counted request
-- exact:    yes
-- source:   docs/measures.md#readers
select
  month,
  reader,
  count(*) as documents
from counted
group by
  month,
  reader
