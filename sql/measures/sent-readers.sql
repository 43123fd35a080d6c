-- asks:     How many distinct readers were sent to each outside place in each span of months?
-- params:   none
-- returns:  span text | part text | value bigint, null where half of the documents or more are nobody's
-- grain:    one row a span and place; a place that nobody was sent to in the span has no row
-- exact:    yes (count distinct, never an estimate)
-- source:   docs/measures.md#sent-to
select
  span,
  part,
  case
    when 2 * sum(case when reader = 0 then documents else 0 end) < sum(documents) then count(distinct reader) - max(case when reader = 0 then 1 else 0 end)
  end as value
from (
  select
    month,
    place as part,
    reader,
    count(*) as documents
  from request
  join sent_document using (document)
  where would_count = 1
    and answer in ('delivered', 'redirected', 'moved')
  group by
    month,
    place,
    reader
) as sent
join span using (month)
group by
  span,
  part
order by
  span,
  part
