-- asks:     When did each reader ask for each path first and last within a window of time? Only what would count.
-- params:   $width    bigint   seconds of a window: one more than two clicks may lie apart
--           $counted  integer  rank of what counts
-- returns:  reader ubigint | path_number integer | slot bigint, the second that the window begins with
--           | first_second bigint | last_second bigint | last_month date | number bigint, of the last request in first_rank
-- grain:    one row a reader, path and window with a request
-- exact:    yes
-- source:   docs/methodology.md#double-clicks
select
  reader,
  path_number,
  slot,
  min(second) as first_second,
  max(second) as last_second,
  max(month) as last_month,
  -- ENGINE: the number of the greatest row, in the order of its parts: of one second the one with most bytes is the last.
  argmax(number, (second, size, site_number, agent)) as number
from (
  select
    reader,
    document as path_number,
    second - second % $width as slot,
    second,
    month,
    coalesce(bytes, 0) as size,
    coalesce(site, -1) as site_number,
    agent,
    number
  from (
    select * from first_rank left join heavy using (reader, month)
  ) as weighed
  where verdict_rank = $counted
    and (is_heavy is null or is_exempt = 1)
    and reader <> 0
) as clicks
group by
  reader,
  path_number,
  slot
