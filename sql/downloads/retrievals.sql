-- asks:     Which files did clients take home, whole or in parts that are enough?
-- params:   $width  bigint  seconds of a window
-- returns:  month date, that of the first request | reader ubigint | file integer | got_bytes bigint | requests bigint
-- grain:    one row a window of a client and file
-- exact:    yes
-- source:   docs/downloads.md#one-download
select
  chain as month,
  reader,
  file,
  got_bytes,
  requests
from (
  select * from (
    select
      chain,
      reader,
      agent,
      file,
      start_second,
      max(has_all) as has_whole,
      sum(size) as got_bytes,
      count(*) as requests
    from part_request
    join retrieval_window using (chain, reader, agent, file)
    where second >= start_second
      and second < start_second + $width
    group by
      chain,
      reader,
      agent,
      file,
      start_second
  ) as retrieved join retrieved_file using (file)
) as sized
join retrieval_month using (chain)
where (has_whole = 1 or got_bytes >= least_bytes)
  and start_second >= from_second
  and start_second < until_second
