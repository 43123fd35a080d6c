-- asks:     Which clients came from which of the networks that are looked at, on which days?
-- params:   none
-- returns:  client ubigint | day date | entry integer
-- grain:    one row a client, day and network
-- exact:    yes
-- source:   docs/review.md#networks-that-take-too-much
select distinct
  client,
  day,
  entry
from (
  select * from (
    select reader as client, quarter, from_day, until_day, entry
    from fact
    join (
      select id as reader, from_day, until_day, entry from listed_id where kind = 'reader'
    ) as sought using (reader)
    union all
    select reader as client, quarter, from_day, until_day, entry
    from fact
    join (
      select id as network48, from_day, until_day, entry from listed_id where kind = 'network48'
    ) as sought using (network48)
    union all
    select reader as client, quarter, from_day, until_day, entry
    from fact
    join (
      select id as network32, from_day, until_day, entry from listed_id where kind = 'network32'
    ) as sought using (network32)
  ) as networked
  join network_entry using (entry)
) as asked
join calendar using (quarter)
where day >= from_day
  and day <= until_day
