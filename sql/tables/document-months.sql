-- asks:     Which documents were chosen in each month?
-- params:   none
-- returns:  month date | document integer
-- grain:    one row a document and month with a counted request; on several machines each has rows of its own
-- exact:    yes
-- source:   docs/measures.md#different-documents
select distinct
  month,
  document
from chosen
