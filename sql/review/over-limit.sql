-- asks:     Which clients took more documents in a month than the limit, whether it is in force or not?
-- params:   $documents  bigint  more documents than this in a month are too many
-- returns:  client_text text | month date | documents bigint
-- grain:    one row a client and month; without what a person decided to be a reader's
-- exact:    yes
-- source:   docs/review.md#who-is-listed
select
  cast(client as varchar) as client_text,
  month,
  count(*) as documents
from request
left join (
  select reader as client, day, exempt from listed_reader_day where exempt = 1
) as decided using (client, day)
where verdict in ('counted', 'heavy-readers')
  and exempt is null
  and client <> 0
group by
  client,
  month
having count(*) > $documents
order by
  client,
  month
