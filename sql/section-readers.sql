-- asks:     How many distinct readers did each section have in each span of months?
-- params:   none
-- returns:  span text | part text | value bigint
-- grain:    one row a span and section; a section without counted requests in the span has no row
-- exact:    yes (count distinct, never an estimate)
-- source:   docs/measures.md#section-readers
select
  span,
  section as part,
  count(distinct reader) as value
from request
join span using (month)
join section_document using (document)
where verdict = 'counted'
group by
  span,
  section
order by
  span,
  section
