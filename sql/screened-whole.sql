-- asks:     The same as screened, with everything that tables and ranges are made from: what else is known of each request?
-- params:   $bits    integer  bits of an IPv6 address that make a reader: 128, 64 or 48
--           $agents  integer  1 where the agent tells readers apart, too
--           $robots  integer  rank of the verdict that robots get
-- returns:  as screened | hour integer | second bigint | client ubigint | network48 ubigint | address ubigint | site integer
--           | agent integer, -1 for none | robot integer, the agent of what is a robot, -1 for one known by what it asked
--           for, -2 for one known by its network, -3 for what is none | answer_number integer | answer_kind integer
--           | path_rank integer | teller_rank integer | listed_rank integer | rest_rank integer, of the rules that do not look
--           at the answer
-- grain:    one row a request
-- exact:    yes
-- source:   docs/methodology.md#verdicts
select
  month,
  day,
  hour::utinyint as hour,
  second,
  client,
  case $agents
    -- ENGINE: a hash of 64 bits over both.
    when 1 then hash(identity, agent)
    else identity
  end as reader,
  network48,
  address,
  document,
  bytes,
  has_agent,
  site,
  agent,
  case
    when agent_rank = $robots then agent
    when listed_rank = $robots then -2
    when teller_rank = $robots and listed_rank is null then -1
    else -3
  end as robot,
  answer_number::usmallint as answer_number,
  answer_kind::utinyint as answer_kind,
  path_rank::utinyint as path_rank,
  teller_rank::utinyint as teller_rank,
  listed_rank::utinyint as listed_rank,
  least(path_rank, agent_rank, teller_rank, listed_rank)::utinyint as rest_rank,
  least(answer_rank, path_rank, agent_rank, teller_rank, listed_rank)::utinyint as verdict_rank
from (
  select
    judged.* exclude (agent, site),
    agent is not null as has_agent,
    coalesce(agent_number, -1) as agent,
    site_number as site,
    case $bits
      when 48 then coalesce(network48, client)
      when 128 then coalesce(address, client)
      else client
    end as identity
  from judged
  left join judged_site using (site)
) as identified
