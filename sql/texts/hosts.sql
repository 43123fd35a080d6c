-- asks:     Which virtual hosts did the servers record?
-- params:   none
-- returns:  host_text text
-- grain:    one row a host, as the log has it
-- exact:    yes
-- source:   docs/sites.md#without-the-setting
select distinct
  host_text
from known_host
