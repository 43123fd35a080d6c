-- asks:     Which requests are followed by no other for the same path, of the same reader, within so many seconds?
-- params:   $seconds  bigint  the most that two clicks of a double click lie apart
--           $width    bigint  seconds of a window, as click_window has them
--           $from     date    first month of the rule
--           $until    date    last month of the rule
-- returns:  number bigint, that of the request in first_rank | is_kept integer, always 1
-- grain:    one row a request; of several in the same second one
-- exact:    yes
-- source:   docs/methodology.md#double-clicks
select
  number,
  1 as is_kept
from click_window
left join (
  select
    reader,
    path_number,
    slot - $width as slot,
    first_second as later_second
  from click_window
) as later using (reader, path_number, slot)
-- Requests of one window lie no further apart than two clicks may: all but its last are followed by another.
where (later_second is null or later_second - last_second > $seconds)
  and last_month >= $from
  and last_month <= $until
