-- asks:     What did each doubtful client take in each span of months, and what of it counts?
-- params:   none
-- returns:  client_text text | span text | taken_documents bigint, would it be a reader | taken_bytes bigint, null where none was recorded
--           | different bigint, of the documents | taken_readers bigint, that it would be | counted_documents bigint
--           | counted_bytes bigint | counted_readers bigint
-- grain:    one row a client and span in which it took documents that only the limit or robots.txt may leave out
-- exact:    yes (count distinct, never an estimate)
-- source:   docs/review.md#what-a-decision-does
select
  cast(client as varchar) as client_text,
  span,
  count(*) as taken_documents,
  sum(bytes) as taken_bytes,
  count(distinct document) as different,
  count(distinct reader) as taken_readers,
  sum(case when verdict = 'counted' then 1 else 0 end) as counted_documents,
  sum(case when verdict = 'counted' then bytes else null end) as counted_bytes,
  -- ENGINE: of nothing at all one counts 0, another nothing.
  coalesce(count(distinct case when verdict = 'counted' then reader end), 0) as counted_readers
from (
  select * from request join doubtful using (client)
) as looked_at
join span using (month)
where verdict in ('counted', 'heavy-readers')
  or verdict = 'robots'
  and robot = -1
group by
  client,
  span
order by
  client,
  span
