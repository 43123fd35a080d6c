-- asks:     The same as screened, with everything that tables are made from: what else is known of each request?
-- params:   $robots  integer  rank of the verdict that robots get
-- returns:  as screened | rest_rank integer, of the rules that do not look at the answer | answer_kind integer | hour integer
--           | site integer | agent integer | is_robot integer
-- grain:    one row a request
-- exact:    yes
-- source:   docs/methodology.md#verdicts
select
  month,
  day,
  reader,
  document,
  bytes,
  agent is not null as has_agent,
  least(answer_rank, rest_rank)::utinyint as verdict_rank,
  rest_rank::utinyint as rest_rank,
  answer_kind::utinyint as answer_kind,
  hour::utinyint as hour,
  site_number as site,
  case
    when agent_rank = $robots then agent_number
    when listed_rank = $robots then -2
    else -1
  end::integer as agent,
  case
    when agent_rank = $robots
      or listed_rank = $robots
      or (teller_rank = $robots and listed_rank is null)
    then 1
    else 0
  end as is_robot
from judged
left join judged_site using (site)
