-- asks:     What does the first rule that needs no counting say of each request of the period?
-- params:   $bits    integer  bits of an IPv6 address that make a reader: 128, 64 or 48
--           $agents  integer  1 where the agent tells readers apart, too
-- returns:  month date | day date | reader ubigint | document integer | bytes bigint | has_agent boolean | verdict_rank integer
-- grain:    one row a request
-- exact:    yes
-- source:   docs/methodology.md#verdicts
select
  month,
  day,
  case $agents
    -- ENGINE: a hash of 64 bits over both.
    when 1 then hash(identity, agent_number)
    else identity
  end as reader,
  document,
  bytes,
  has_agent,
  verdict_rank
from (
  select
    month,
    day,
    case $bits
      when 48 then coalesce(network48, client)
      when 128 then coalesce(address, client)
      else client
    end as identity,
    coalesce(agent_number, -1) as agent_number,
    document,
    bytes,
    agent is not null as has_agent,
    least(answer_rank, path_rank, agent_rank, teller_rank, listed_rank)::utinyint as verdict_rank
  from judged
) as identified
