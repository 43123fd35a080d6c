-- asks:     How many distinct readers did each section have in each span of months?
-- params:   none
-- returns:  span text | part text | value bigint
-- grain:    one row a span and section; a section without counted requests in the span has no row
-- exact:    yes (count distinct, never an estimate)
-- source:   docs/measures.md#section-readers
select
  span,
  part,
  count(distinct reader) as value
from (
  select
    month,
    section as part,
    reader
  from counted
  join section_document using (document)
  group by
    month,
    section,
    reader
) as came
join span using (month)
group by
  span,
  part
order by
  span,
  part
