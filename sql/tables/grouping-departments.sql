-- asks:     Which department does each document belong to?
-- params:   none
-- returns:  item integer | entry integer, below 0 for none
-- grain:    one row a document
-- exact:    yes
-- source:   docs/tables.md#departments
select
  document as item,
  department as entry
from document
