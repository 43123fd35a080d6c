-- asks:     What would be known of each request under another methodology?
-- params:   none
-- returns:  rule_period tinyint | month date | day date | client ubigint | reader ubigint | document integer | bytes bigint | has_agent boolean
--           | answer_number integer | answer_kind integer | path_rank integer
--           | robots_txt_rank integer | list_rank integer | other_rank integer | verdict_rank integer | is_exempt integer; see first-rank-whole
-- grain:    one row a request
-- exact:    yes
-- source:   docs/ranges.md#alternatives
select
  rule_period,
  month,
  day,
  hour,
  second,
  client,
  case
    -- Nobody is nobody with every agent.
    when identity = 0 then identity
    -- ENGINE: a hash of 64 bits over both; each engine has its own, and any will do.
    when agents = 1 then hash(identity, agent)
    else identity
  end as reader,
  document,
  bytes,
  has_agent,
  site,
  agent,
  case
    when agent_rank = robots then agent
    when listed_robot = -2 then -2
    when by_robots_txt = 1 and marker_rank = robots and list_rank = 127 then -1
    else -3
  end as robot,
  answer_number,
  answered_kind as answer_kind,
  own_path_rank as path_rank,
  suspect_rank as robots_txt_rank,
  list_rank,
  least(own_path_rank, least(coalesce(agent_rank, 127), least(suspect_rank, list_rank))) as other_rank,
  least(answered_rank, least(own_path_rank, least(coalesce(agent_rank, 127), least(suspect_rank, list_rank)))) as verdict_rank,
  is_exempt
from (
  select
    rule_period,
    month,
    day,
    hour,
    second,
    client,
    document,
    bytes,
    has_agent,
    site,
    agent,
    robot as listed_robot,
    case when path_rank = lifted_rank then path_counted_rank else path_rank end as own_path_rank,
    answer_number,
    robots_txt_rank as marker_rank,
    list_rank,
    agents,
    robots,
    by_robots_txt,
    answered_kind,
    answered_rank,
    agent_rank,
    is_exempt,
    least(
      case when by_robots_txt = 1 then robots_txt_rank else 127 end,
      case when is_exempt = 1 then 127 else coalesce(nominated_rank, 127) end
    ) as suspect_rank,
    case
      when ipv6 = 48 then coalesce(network48, client)
      when ipv6 = 128 then coalesce(address, client)
      else client
    end as identity
  from (
    select * from (
      select * from (
        select * from movable_rank join variant_answer using (rule_period, answer_number)
      ) as answered left join variant_agent using (rule_period, agent)
    ) as ranked left join nominated using (client, month)
  ) as suspected
  join reader_rule using (rule_period)
) as identified
