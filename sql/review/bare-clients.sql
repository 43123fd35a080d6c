-- asks:     Which clients fetched nothing that belongs to a page?
-- params:   none
-- returns:  client_text text | month date | documents bigint
-- grain:    one row a client and month with documents that only the limit might leave out
-- exact:    yes
-- source:   docs/ranges.md#surely-people
select
  cast(client as varchar) as client_text,
  month,
  documents
from client_conduct
where has_furniture = 0
