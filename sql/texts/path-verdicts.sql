-- asks:     What do the rules say of the paths that requests hold the keys of?
-- params:   $parts  bigint  in so many parts
--           $part   bigint  which of them is asked for, from 0
-- returns:  path, its key | path_rank integer | document integer, null where the rules take the path
-- grain:    one row a key
-- exact:    yes
-- source:   docs/methodology.md#verdicts
select
  path,
  path_rank,
  document
from known_path
join judged_path using (rule_period, path_text)
where hash(path_text) % $parts = $part
