-- asks:     Which documents belong to no department?
-- params:   none
-- returns:  item integer | entry integer
-- grain:    one row a document without a department
-- exact:    yes
-- source:   docs/tables.md#departments
select
  document as item,
  document as entry
from document
where department < 0
