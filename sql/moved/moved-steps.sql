-- asks:     Which document did each client get first after it was told that another has moved?
-- params:   none
-- returns:  month date | client ubigint | second bigint | document integer | next_document integer
-- grain:    one row a time a client was told so and a document that it got first; several where it got them in one second
-- exact:    yes
-- source:   docs/tables.md#moved-documents
select distinct
  month,
  client,
  second,
  document,
  next_document
from moved_pair
join (
  select
    client,
    second,
    document,
    earliest as next_second
  from (
    select
      client,
      second,
      document,
      min(next_second) as earliest
    from moved_pair
    group by
      client,
      second,
      document
  ) as first_seconds
) as firsts using (client, second, document, next_second)
