-- asks:     Which readers have more requests left than the rule allows, in the months in which it runs?
-- params:   $heavy      integer  rank of the rule's verdict: only requests that no earlier rule took are looked at
--           $documents  bigint   more requests than this in a month are too many
--           $from       date     first month of the rule
--           $until      date     last month of the rule
-- returns:  reader ubigint | month date | is_heavy integer, always 1
-- grain:    one row a heavy reader and month
-- exact:    yes
-- source:   docs/methodology.md#heavy-readers
select
  reader,
  month,
  1 as is_heavy
from first_rank
where verdict_rank > $heavy
  and is_exempt = 0
  and reader <> 0
  and month >= $from
  and month <= $until
group by
  reader,
  month
having count(*) > $documents
