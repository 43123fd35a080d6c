-- asks:     How many requests are there in each quarter of an hour, whatever became of them?
-- params:   $from   bigint  second since 1970 UTC, inclusive
--           $until  bigint  second, exclusive
-- returns:  quarter bigint, since 1970 in UTC | requests bigint
-- grain:    one row a quarter of an hour with at least one request
-- exact:    yes
-- source:   docs/measures.md#days-covered
select
  quarter,
  count(*) as requests
from fact
where second >= $from
  and second < $until
group by
  quarter
order by
  quarter
