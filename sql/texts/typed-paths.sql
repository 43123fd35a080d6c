-- asks:     Of which paths did the server say what they are, where their endings do not?
-- params:   none
-- returns:  path_text text, with a mark of the content
-- grain:    one row a path and mark
-- exact:    yes
-- source:   docs/methodology.md#content
select distinct
  path_text
from known_path
where path_text like '%~:%'
