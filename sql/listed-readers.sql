-- asks:     On which days did readers on a list come, and which verdict does the list give them?
-- params:   none
-- returns:  reader ubigint | day date | verdict_rank integer
-- grain:    one row a listed reader and day; the first verdict in the order of the rules
-- exact:    yes
-- source:   docs/store.md#networks
select
  reader,
  day,
  min(verdict_rank) as verdict_rank
from (
  select reader, quarter, verdict_rank, from_day, until_day
  from fact
  join listed_id on id = reader
  where kind = 'reader'
  union all
  select reader, quarter, verdict_rank, from_day, until_day
  from fact
  join listed_id on id = network48
  where kind = 'network48'
  union all
  select reader, quarter, verdict_rank, from_day, until_day
  from fact
  join listed_id on id = network32
  where kind = 'network32'
) as listed
join calendar using (quarter)
where day >= from_day
  and day <= until_day
group by
  reader,
  day
