-- asks:     Of how many requests could what makes a reader or a robot be told otherwise?
-- params:   none
-- returns:  networks bigint, requests of addresses that are told apart by network | robots_txt bigint, requests of who asked for a path that only programs
--           ask for
-- grain:    one row; on several machines one row each
-- exact:    yes
-- source:   docs/ranges.md#alternatives
select
  sum(case when network48 is not null then 1 else 0 end) as networks,
  sum(case when robots_txt_rank < 127 then 1 else 0 end) as robots_txt
from first_rank
