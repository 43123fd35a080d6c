-- asks:     Which paths were asked for?
-- params:   none
-- returns:  path_text text
-- grain:    one row a path, as the log has it, without query and fragment
-- exact:    yes
-- source:   docs/methodology.md#verdicts
select distinct
  path_text
from known_path
