-- asks:     How many readers are over the limit, in how many months each?
-- params:   none
-- returns:  reader_months bigint
-- grain:    one row; on several machines one row each
-- exact:    yes
-- source:   docs/methodology.md#heavy-readers
select count(*) as reader_months
from heavy
