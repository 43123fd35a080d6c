-- asks:     Which documents are there?
-- params:   none
-- returns:  item integer | entry integer
-- grain:    one row a document
-- exact:    yes
-- source:   docs/tables.md#top-documents
select
  document as item,
  document as entry
from document
