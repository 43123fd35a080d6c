-- asks:     When did each client first ask for each file?
-- params:   none
-- returns:  chain date | reader ubigint | agent integer | file integer | start_second bigint | last_second bigint, of all its requests
-- grain:    one row a month that is looked at, client and file
-- exact:    yes
-- source:   docs/downloads.md#one-download
select
  chain,
  reader,
  agent,
  file,
  min(second) as start_second,
  max(second) as last_second
from part_request
group by
  chain,
  reader,
  agent,
  file
