-- asks:     The same as first-rank, with everything that tables and ranges are made from: what else is known of each request?
-- params:   $robots  integer  rank of the verdict that robots get
-- returns:  as first-rank | rule_period tinyint | hour integer | second bigint | client ubigint | network48 ubigint | address ubigint | site integer
--           | agent integer, -1 for none | robot integer, the agent of what is a robot, -1 for one known by what it asked
--           for, -2 for one known by its network, -3 for what is none | answer_number integer | answer_kind integer
--           | path_rank integer | robots_txt_rank integer, 127 for none | list_rank integer, 127 for none | other_rank integer, of the rules that do not look
--           at the answer | is_exempt integer
-- grain:    one row a request
-- exact:    yes
-- source:   docs/methodology.md#verdicts
select
  rule_period,
  month,
  day,
  cast(clock_hour as tinyint) as hour,
  second,
  client,
  case
    -- Nobody is nobody with every agent.
    when identity = 0 then identity
    -- ENGINE: a hash of 64 bits over both; each engine has its own, and any will do.
    when agents = 1 then hash(identity, agent)
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
    when own_agent_rank = $robots then agent
    when own_list_rank = $robots then -2
    when own_robots_txt_rank = $robots and own_list_rank = 127 then -1
    else -3
  end as robot,
  cast(number as smallint) as answer_number,
  cast(kind as tinyint) as answer_kind,
  cast(own_path_rank as tinyint) as path_rank,
  cast(own_robots_txt_rank as tinyint) as robots_txt_rank,
  cast(own_list_rank as tinyint) as list_rank,
  cast(least(own_path_rank, least(own_agent_rank, least(own_robots_txt_rank, own_list_rank))) as tinyint) as other_rank,
  cast(least(answer_rank, least(own_path_rank, least(own_agent_rank, least(own_robots_txt_rank, own_list_rank)))) as tinyint) as verdict_rank,
  is_exempt
from (
  select
    rule_period,
    agents,
    month,
    day,
    hour as clock_hour,
    second,
    client,
    network48,
    address,
    document,
    bytes,
    agent_key is not null as has_agent,
    site_number as site,
    coalesce(agent_number, -1) as agent,
    answer_number as number,
    answer_kind as kind,
    answer_rank,
    path_rank as own_path_rank,
    coalesce(agent_rank, 127) as own_agent_rank,
    case when is_exempt = 1 then 127 else coalesce(robots_txt_rank, 127) end as own_robots_txt_rank,
    is_exempt,
    list_rank as own_list_rank,
    case
      when ipv6 = 48 then coalesce(network48, client)
      when ipv6 = 128 then coalesce(address, client)
      else client
    end as identity
  from (
    select * from ranked_request join reader_rule using (rule_period)
  ) as ruled
  left join numbered_site using (site_key)
) as identified
