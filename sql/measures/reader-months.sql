-- asks:     Which readers came in each month, and what did they get?
-- params:   none
-- returns:  month date | reader ubigint | documents bigint | got_bytes bigint, null where no size was recorded | sized bigint, documents with a size
-- grain:    one row a reader and month with a counted request
-- exact:    yes
-- source:   docs/measures.md#readers
select
  month,
  reader,
  count(*) as documents,
  sum(bytes) as got_bytes,
  count(bytes) as sized
from counted
group by
  month,
  reader
