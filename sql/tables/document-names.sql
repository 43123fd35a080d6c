-- asks:     What are the documents called that are to be shown?
-- params:   none
-- returns:  entry integer | name text
-- grain:    one row an entry of `shown` that is a document
-- exact:    yes
-- source:   docs/tables.md#top-documents
select
  document as entry,
  name
from document
where document in (select entry from shown)
