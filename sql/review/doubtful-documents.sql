-- asks:     Which documents did each doubtful client take?
-- params:   none
-- returns:  client_text text | name text | documents bigint
-- grain:    one row a client and document, the one it took most often first
-- exact:    yes
-- source:   docs/review.md#what-is-shown
select
  cast(client as varchar) as client_text,
  name,
  count(*) as documents
from (
  select * from request join doubtful using (client)
) as looked_at
join document using (document)
where verdict in ('counted', 'heavy-readers')
group by
  client,
  name
order by
  client,
  documents desc,
  name
