-- asks:     Which readers took more documents in a month than the limit, whether it is in force or not?
-- params:   $documents  bigint  more documents than this in a month are too many
-- returns:  reader_text text | month date
-- grain:    one row a reader and month; without what a person decided to be a reader's. Asked only where a client is a reader
-- exact:    yes
-- source:   docs/review.md#who-is-listed
select
  cast(reader as varchar) as reader_text,
  month
from request
left join (
  select reader, day, exempt from listed_reader_day where exempt = 1
) as decided using (reader, day)
where verdict in ('counted', 'heavy-readers')
  and exempt is null
  and reader <> 0
group by
  reader,
  month
having count(*) > $documents
