-- asks:     Which clients that are of no wave yet are of which group that may be one?
-- params:   none
-- returns:  client ubigint | month date | wave integer
-- grain:    one row a client and month that fetched nothing that belongs to a page
-- exact:    yes
-- source:   docs/nominations.md#waves
select
  client,
  month,
  group_number as wave
from (
  select *
  from slight_key
  left join (
    select client, month, wave as former from wave_client
  ) as waved using (client, month)
) as keyed
join wave_group using (likeness, month, agent, place, day)
where has_furniture = 0
  and former is null
