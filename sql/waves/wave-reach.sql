-- asks:     Who would be left out, if a wave were an entry of the blacklist: what its clients have in common, from its first day on?
-- params:   none
-- returns:  wave integer | client ubigint
-- grain:    one row a wave and client with documents that only the limit might leave out
-- exact:    yes
-- source:   docs/review.md#waves
select distinct
  wave,
  client
from (
  select wave, client, day, from_day
  from (
    select client, month, agent, day from request where verdict in ('counted', 'heavy-readers')
  ) as asked
  join (
    select wave, month, agent, from_day from wave_entry where kind = 'agent'
  ) as sought using (month, agent)
  union all
  select wave, client, day, from_day
  from (
    select kind, client, month, place, agent, day
    from (
      select client, month, agent, day from request where verdict in ('counted', 'heavy-readers')
    ) as asked
    join (
      select 'country' as kind, reader as client, coalesce(country, '') as place from reader_place
      union all
      select 'network' as kind, reader as client, coalesce(network, '') as place from reader_place
    ) as placed using (client)
  ) as somewhere
  join (
    select wave, kind, month, agent, place, from_day from wave_entry where kind <> 'agent' and agent >= 0
  ) as sought using (kind, month, agent, place)
  union all
  select wave, client, day, from_day
  from (
    select kind, client, month, place, day
    from (
      select client, month, day from request where verdict in ('counted', 'heavy-readers')
    ) as asked
    join (
      select 'country' as kind, reader as client, coalesce(country, '') as place from reader_place
      union all
      select 'network' as kind, reader as client, coalesce(network, '') as place from reader_place
    ) as placed using (client)
  ) as somewhere
  join (
    select wave, kind, month, place, from_day from wave_entry where kind <> 'agent' and agent < 0
  ) as sought using (kind, month, place)
) as fitting
where day >= from_day
