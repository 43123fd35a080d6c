-- asks:     When did each request of the period come, and what do the rules say of its answer and its path?
-- params:   none
-- returns:  rule_period tinyint | month date | day date | hour integer | second bigint | reader ubigint | network48 ubigint | address ubigint
--           | document integer | bytes bigint | agent, its key, null for none | site, its key, null for none
--           | answer_number integer | answer_kind integer | answer_rank integer | path_rank integer
-- grain:    one row a request
-- exact:    yes
-- source:   docs/methodology.md#verdicts
select
  rule_period,
  month,
  day,
  hour,
  second,
  reader,
  network48,
  address,
  document,
  bytes,
  agent,
  site,
  answer_number,
  answer_kind,
  answer_rank,
  path_rank
from (
  select * from (
    select * from (
      select reader, network48, address, second, quarter, answer, path, bytes, site, agent from fact
    ) as asked join calendar using (quarter)
  ) as dated join answer_verdict using (answer)
) as answered
join path_verdict using (path)
