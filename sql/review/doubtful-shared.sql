-- asks:     How many readers of each doubtful client count by other clients' requests, too, in each span of months?
-- params:   none
-- returns:  client_text text | span text | taken_readers bigint, of those that the client would be | counted_readers bigint, of those
--           that count by its own requests
-- grain:    one row a client and span with such a reader
-- exact:    yes (count distinct, never an estimate)
-- source:   docs/review.md#what-is-shown
select
  cast(client as varchar) as client_text,
  span,
  count(distinct reader) as taken_readers,
  -- ENGINE: of nothing at all one counts 0, another nothing.
  coalesce(count(distinct case when verdict = 'counted' then reader end), 0) as counted_readers
from (
  select
    client,
    span,
    reader,
    verdict
  from (
    select * from request join doubtful using (client)
  ) as looked_at
  join span using (month)
  where verdict in ('counted', 'heavy-readers')
    or verdict = 'robots'
    and robot = -1
) as taken
join (
  select
    span,
    reader,
    min(client) as first_client,
    max(client) as last_client
  from counted
  join span using (month)
  group by
    span,
    reader
) as counted_by using (span, reader)
where first_client <> client
  or last_client <> client
group by
  client,
  span
order by
  client,
  span
