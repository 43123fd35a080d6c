-- asks:     Of which kind are the documents that may be shown?
-- params:   none
-- returns:  document integer | kind integer
-- grain:    one row an entry of `shown` that is a document
-- exact:    yes
-- source:   docs/tables.md#others
select
  document,
  kind
from document
where document in (select entry from shown)
