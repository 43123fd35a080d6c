-- asks:     How many counted requests were for documents of each section in each span of months?
-- params:   none
-- returns:  span text | part text | value bigint
-- grain:    one row a span and section; a section without counted requests in the span has no row
-- exact:    yes
-- source:   docs/measures.md#downloads
select
  span,
  part,
  sum(requests) as value
from (
  select
    month,
    section as part,
    count(*) as requests
  from counted
  join section_document using (document)
  group by
    month,
    section
) as came
join span using (month)
group by
  span,
  part
order by
  span,
  part
