-- asks:     After how many of the newest windows did their client ask for the file once more?
-- params:   $width  bigint  seconds of a window
-- returns:  windows bigint
-- grain:    one row; on several machines one row each
-- exact:    yes
-- source:   docs/downloads.md#one-download
select count(*) as windows
from newest_window
where last_second >= start_second + $width
