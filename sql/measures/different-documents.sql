-- asks:     How many different documents did the readers of each span of months choose?
-- params:   none
-- returns:  span text | value bigint
-- grain:    one row a span of months; a span without counted requests has no row
-- exact:    yes (count distinct, never an estimate)
-- source:   docs/measures.md#different-documents
select
  span,
  count(distinct document) as value
from document_month
join span using (month)
group by
  span
order by
  span
