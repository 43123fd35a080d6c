-- asks:     Which readers asked for a path that only programs ask for, in which months, with whatever result?
-- params:   none
-- returns:  reader ubigint | month date | robots_txt_rank integer
-- grain:    one row a reader and month; the first verdict in the order of the rules
-- exact:    yes
-- source:   docs/methodology.md#verdicts
select
  reader,
  month,
  min(verdict_rank) as robots_txt_rank
from (
  select reader, quarter, verdict_rank
  from fact
  join (
    select path, verdict_rank from known_path join marker_path using (rule_period, path_text)
  ) as marker using (path)
  where reader <> 0
) as markers
join calendar using (quarter)
group by
  reader,
  month
