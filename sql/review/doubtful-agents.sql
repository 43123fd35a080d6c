-- asks:     Which agents did each doubtful client name?
-- params:   none
-- returns:  client_text text | agent integer, -1 for none | documents bigint
-- grain:    one row a client and agent, the most documents first
-- exact:    yes
-- source:   docs/review.md#what-is-shown
select
  cast(client as varchar) as client_text,
  agent,
  count(*) as documents
from request
join doubtful using (client)
where verdict in ('counted', 'heavy-readers')
group by
  client,
  agent
order by
  client,
  documents desc,
  agent
