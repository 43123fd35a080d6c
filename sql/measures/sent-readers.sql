-- asks:     How many distinct readers were sent to each outside place in each span of months?
-- params:   none
-- returns:  span text | part text | value bigint
-- grain:    one row a span and place; a place that nobody was sent to in the span has no row
-- exact:    yes (count distinct, never an estimate)
-- source:   docs/measures.md#sent-to
select
  span,
  part,
  count(distinct reader) as value
from (
  select
    month,
    place as part,
    reader
  from request
  join sent_document using (document)
  where would_count = 1
    and answer in ('delivered', 'redirected')
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
