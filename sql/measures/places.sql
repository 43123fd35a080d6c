-- asks:     Where are the readers, as far as their addresses tell?
-- params:   none
-- returns:  country_name text | region_name text | city_name text; each '' where it is not known
-- grain:    one row a place
-- exact:    yes
-- source:   docs/tables.md#countries
select distinct
  coalesce(country, '') as country_name,
  coalesce(region, '') as region_name,
  coalesce(city, '') as city_name
from reader_place
