-- asks:     Which documents are in a list?
-- params:   $list  integer  the list's number
-- returns:  item integer | entry integer
-- grain:    one row a document of the list
-- exact:    yes
-- source:   docs/tables.md#top-documents
select
  document as item,
  document as entry
from document
where list = $list
