-- asks:     What becomes of the grouping when all that is not in `shown` is one entry, -1?
-- params:   none
-- returns:  item integer | entry integer; what is below -2 stays by itself
-- grain:    one row an item
-- exact:    yes
-- source:   docs/tables.md#others
select
  item,
  case when is_own = 1 then known else -1 end as entry
from (
  select
    item,
    entry as known,
    case when entry < -2 or entry in (select entry from shown) then 1 else 0 end as is_own
  from grouping
) as sorted
