-- asks:     Which readers came in each month, and what did they get?
-- params:   none
-- returns:  month date | reader ubigint | asked bigint, with first clicks of double ones | documents bigint | got_bytes bigint, null where no size was recorded | sized bigint, documents with a size
-- grain:    one row a reader and month with a counted request
-- exact:    yes
-- source:   docs/measures.md#readers
select
  month,
  reader,
  count(*) as asked,
  sum(is_kept) as documents,
  sum(case when is_kept = 1 then bytes end) as got_bytes,
  count(case when is_kept = 1 then bytes end) as sized
from chosen
group by
  month,
  reader
