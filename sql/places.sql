-- asks:     Where are the readers, as far as their addresses tell?
-- params:   none
-- returns:  country text | region text | city text; each '' where it is not known
-- grain:    one row a place
-- exact:    yes
-- source:   docs/tables.md#countries
select distinct
  coalesce(country, '') as country,
  coalesce(region, '') as region,
  coalesce(city, '') as city
from reader_place
