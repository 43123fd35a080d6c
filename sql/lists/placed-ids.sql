-- asks:     Which readers are listed by the place that they are in alone?
-- params:   none
-- returns:  kind text | id ubigint | from_day date | until_day date | verdict_rank integer | width integer | entry integer
-- grain:    one row a reader and entry
-- exact:    yes
-- source:   docs/methodology.md#groups
select
  'reader' as kind,
  reader as id,
  from_day,
  until_day,
  verdict_rank,
  width,
  entry
from placed_reader
where has_agent = 0
