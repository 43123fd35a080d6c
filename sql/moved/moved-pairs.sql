-- asks:     Which documents did clients get within ten seconds of being told that another has moved?
-- params:   none
-- returns:  month date | client ubigint | second bigint, of being told | document integer, that has moved | next_second bigint
--           | next_document integer
-- grain:    one row a request that was told so and a request that was answered thereafter
-- exact:    yes
-- source:   docs/tables.md#moved-documents
select
  month,
  client,
  second,
  document,
  next_second,
  next_document
from (
  select
    client,
    second as next_second,
    cast(floor(second / 16) as bigint) as slot,
    document as next_document
  from request
  where answer = 'delivered'
    and would_count = 1
    and client <> 0
) as delivered
join (
  select month, client, second, slot, document from moved_request where client <> 0
  union all
  select month, client, second, next_slot as slot, document from moved_request where client <> 0
) as told using (client, slot)
where next_second >= second
  and next_second <= second + 10
