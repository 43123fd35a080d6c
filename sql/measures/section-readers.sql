-- asks:     How many distinct readers did each section have in each span of months?
-- params:   none
-- returns:  span text | part text | value bigint, null where half of the documents or more are nobody's
-- grain:    one row a span and section; a section without counted requests in the span has no row
-- exact:    yes (count distinct, never an estimate)
-- source:   docs/measures.md#section-readers
select
  span,
  part,
  case
    when 2 * sum(case when reader = 0 then documents else 0 end) < sum(documents) then count(distinct reader) - max(case when reader = 0 then 1 else 0 end)
  end as value
from (
  select
    month,
    section as part,
    reader,
    count(*) as documents
  from chosen
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
