-- asks:     At which hours of the day did each doubtful client take documents?
-- params:   none
-- returns:  client_text text | hour integer, 0 to 23 | documents bigint
-- grain:    one row a client and hour of the publication's clock with a document
-- exact:    yes
-- source:   docs/review.md#what-is-shown
select
  cast(client as varchar) as client_text,
  hour,
  count(*) as documents
from request
join doubtful using (client)
where verdict in ('counted', 'heavy-readers')
group by
  client,
  hour
order by
  client,
  hour
