-- asks:     Which readers are in the places that entries of lists name?
-- params:   none
-- returns:  reader ubigint | entry integer | from_day date | until_day date | verdict_rank integer | width integer | has_agent integer
-- grain:    one row a reader and entry
-- exact:    yes
-- source:   docs/methodology.md#groups
select reader, entry, from_day, until_day, verdict_rank, width, has_agent
from (
  select reader, coalesce(country, '') as country_name from reader_place
) as placed
join (
  select entry, country_name, from_day, until_day, verdict_rank, width, has_agent
  from place_entry
  where country_name <> ''
    and network_name = ''
) as sought using (country_name)
union all
select reader, entry, from_day, until_day, verdict_rank, width, has_agent
from (
  select reader, coalesce(network, '') as network_name from reader_place
) as placed
join (
  select entry, network_name, from_day, until_day, verdict_rank, width, has_agent
  from place_entry
  where country_name = ''
    and network_name <> ''
) as sought using (network_name)
union all
select reader, entry, from_day, until_day, verdict_rank, width, has_agent
from (
  select reader, coalesce(country, '') as country_name, coalesce(network, '') as network_name from reader_place
) as placed
join (
  select entry, country_name, network_name, from_day, until_day, verdict_rank, width, has_agent
  from place_entry
  where country_name <> ''
    and network_name <> ''
) as sought using (country_name, network_name)
