-- asks:     Which site is each document of?
-- params:   none
-- returns:  item integer | entry integer, the site's number
-- grain:    one row a document, and one a site for what is no document of it
-- exact:    yes
-- source:   docs/tables.md#sites
select
  document as item,
  own_site as entry
from document_site
