-- asks:     Which clients are of a wave?
-- params:   none
-- returns:  client_text text | month date | wave integer | documents bigint
-- grain:    one row a client and month, in the order of clients
-- exact:    yes
-- source:   docs/nominations.md#waves
select
  cast(client as varchar) as client_text,
  month,
  wave,
  documents
from wave_client
join client_conduct using (client, month)
order by
  client,
  month
