-- asks:     How many clients would be left out, if a wave were an entry of the blacklist?
-- params:   none
-- returns:  wave integer | clients bigint
-- grain:    one row a wave that can be an entry
-- exact:    yes
-- source:   docs/review.md#waves
select
  wave,
  count(*) as clients
from wave_reach
group by
  wave
