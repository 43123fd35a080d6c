-- asks:     When did each client ask for a file again, once the newest window of it was over?
-- params:   $width  bigint  seconds of a window
-- returns:  as first-windows
-- grain:    one row a month that is looked at, client and file with a request after the newest window
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
join (
  select
    chain,
    reader,
    agent,
    file,
    start_second as newest_second
  from newest_window
  where last_second >= start_second + $width
) as over using (chain, reader, agent, file)
where second >= newest_second + $width
group by
  chain,
  reader,
  agent,
  file
