-- asks:     Which paths were asked for?
-- params:   $parts  bigint  in so many parts
--           $part   bigint  which of them is asked for, from 0
-- returns:  path_text text
-- grain:    one row a path, as the log has it, without query and fragment
-- exact:    yes
-- source:   docs/methodology.md#verdicts
select distinct
  path_text
from known_path
-- ENGINE: a hash of 64 bits; each engine has its own, and any will do.
where hash(path_text) % $parts = $part
