-- asks:     Which windows did the newest round find?
-- params:   none
-- returns:  chain date | reader ubigint | agent integer | file integer | start_second bigint
-- grain:    one row a window
-- exact:    yes
-- source:   docs/downloads.md#one-download
select
  chain,
  reader,
  agent,
  file,
  start_second
from newest_window
