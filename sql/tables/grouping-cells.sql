-- asks:     Which cell does each document belong to: its own, or that of its kind?
-- params:   none
-- returns:  item integer | entry integer
-- grain:    one row a document
-- exact:    yes
-- source:   docs/tables.md#others
select
  document as item,
  coalesce(own_cell, kind) as entry
from document
left join document_cell using (document)
