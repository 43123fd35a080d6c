-- asks:     Which place is each reader in, by its number?
-- params:   none
-- returns:  reader ubigint | item integer
-- grain:    one row a reader with a counted request
-- exact:    yes
-- source:   docs/tables.md#countries
select
  reader,
  item
from (
  select
    reader,
    coalesce(country, '') as country_name,
    coalesce(region, '') as region_name,
    coalesce(city, '') as city_name
  from (
    select distinct reader from counted
  ) as came
  left join reader_place using (reader)
) as placed
join place_item using (country_name, region_name, city_name)
