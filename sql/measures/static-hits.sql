-- asks:     How many requests of each span of months were for files that make no page, and that were there?
-- params:   none
-- returns:  span text | value bigint
-- grain:    one row a span of months; a span without such requests has no row
-- exact:    yes
-- source:   docs/measures.md#static-hits
select
  span,
  count(*) as value
from (
  select month, document
  from request
  join static_document using (document)
  where answer <> 'missing'
) as files
join span using (month)
group by
  span
order by
  span
