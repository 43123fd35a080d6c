-- asks:     Which networks of the routing table are readers in?
-- params:   none
-- returns:  network_name text
-- grain:    one row a network
-- exact:    yes
-- source:   docs/store.md#networks-of-the-routing-table
select distinct network as network_name
from reader_place
where network is not null
