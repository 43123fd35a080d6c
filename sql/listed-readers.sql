-- asks:     On which days did readers on a list come, and which verdict does the list give them?
-- params:   none
-- returns:  reader ubigint | day date | listed_reader_rank integer
-- grain:    one row a listed reader and day; the first verdict in the order of the rules
-- exact:    yes
-- source:   docs/store.md#networks
select
  reader,
  day,
  min(verdict_rank) as listed_reader_rank
from (
  select reader, quarter, verdict_rank, from_day, until_day
  from fact
  join (
    select id as reader, verdict_rank, from_day, until_day from listed_id where kind = 'reader'
  ) as sought using (reader)
  union all
  select reader, quarter, verdict_rank, from_day, until_day
  from fact
  join (
    select id as network48, verdict_rank, from_day, until_day from listed_id where kind = 'network48'
  ) as sought using (network48)
  union all
  select reader, quarter, verdict_rank, from_day, until_day
  from fact
  join (
    select id as network32, verdict_rank, from_day, until_day from listed_id where kind = 'network32'
  ) as sought using (network32)
) as listed
join calendar using (quarter)
where day >= from_day
  and day <= until_day
group by
  reader,
  day
