-- asks:     On which days did readers on a list come, which verdict do the lists give them, and are they exempt from rules?
-- params:   none
-- returns:  reader ubigint | day date | listed_reader_rank integer, 127 for none | exempt integer, 1 where a person decided that
--           it is a reader
-- grain:    one row a listed reader and day; of what people decided the narrowest, beside it the first in the order of the rules
-- exact:    yes
-- source:   docs/review.md#what-a-decision-does
select
  reader,
  day,
  least(
    coalesce(list_rank, 127),
    case when decided is null or decided % 100 = 99 then 127 else decided % 100 end
  ) as listed_reader_rank,
  case when decided % 100 = 99 then 1 else 0 end as exempt
from (
  select
    reader,
    day,
    min(case when width < 0 then verdict_rank end) as list_rank,
    -- Of the narrowest that which the first rule says; 99 stands for a reader.
    min(case when width >= 0 then width * 100 + verdict_rank end) as decided
  from (
    select reader, quarter, verdict_rank, from_day, until_day, width
    from fact
    join (
      select id as reader, verdict_rank, from_day, until_day, width from listed_id where kind = 'reader'
    ) as sought using (reader)
    union all
    select reader, quarter, verdict_rank, from_day, until_day, width
    from fact
    join (
      select id as network48, verdict_rank, from_day, until_day, width from listed_id where kind = 'network48'
    ) as sought using (network48)
    union all
    select reader, quarter, verdict_rank, from_day, until_day, width
    from fact
    join (
      select id as network32, verdict_rank, from_day, until_day, width from listed_id where kind = 'network32'
    ) as sought using (network32)
  ) as listed
  join calendar using (quarter)
  where day >= from_day
    and day <= until_day
  group by
    reader,
    day
) as listed_days
