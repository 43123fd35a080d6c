-- asks:     What becomes of the grouping when all that is not in `shown` is one entry, -1?
-- params:   none
-- returns:  item integer | entry integer; what is below -2 stays by itself
-- grain:    one row an item
-- exact:    yes
-- source:   docs/tables.md#others
select
  item,
  case
    when entry < -2 or entry in (select entry from shown) then entry
    else -1
  end as entry
from grouping
