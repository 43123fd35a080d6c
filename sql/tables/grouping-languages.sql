-- asks:     Which language does each document belong to?
-- params:   none
-- returns:  item integer | entry integer, below 0 for none
-- grain:    one row a document
-- exact:    yes
-- source:   docs/tables.md#languages
select
  document as item,
  language as entry
from document
