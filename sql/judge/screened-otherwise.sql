-- asks:     What would be known of each request under another methodology?
-- params:   none
-- returns:  era tinyint | month date | day date | client ubigint | reader ubigint | document integer | bytes bigint | has_agent boolean
--           | answer_kind integer | rest_rank integer | verdict_rank integer | is_exempt integer; see screened-whole
-- grain:    one row a request
-- exact:    yes
-- source:   docs/ranges.md#alternatives
select
  era,
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
    when said_rank = robots then agent
    when known_robot = -2 then -2
    when tellers = 1 and teller_rank = robots and listed_rank = 127 then -1
    else -3
  end as robot,
  answered_kind as answer_kind,
  least(path_rank, least(coalesce(said_rank, 127), least(asked_rank, listed_rank))) as rest_rank,
  least(answered_rank, least(path_rank, least(coalesce(said_rank, 127), least(asked_rank, listed_rank)))) as verdict_rank,
  is_exempt
from (
  select
    era,
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
    robot as known_robot,
    path_rank,
    teller_rank,
    listed_rank,
    agents,
    robots,
    tellers,
    answered_kind,
    answered_rank,
    said_rank,
    is_exempt,
    least(
      case when tellers = 1 then teller_rank else 127 end,
      case when is_exempt = 1 then 127 else coalesce(nominated_rank, 127) end
    ) as asked_rank,
    case
      when ipv6 = 48 then coalesce(network48, client)
      when ipv6 = 128 then coalesce(address, client)
      else client
    end as identity
  from (
    select * from (
      select * from (
        select * from sifted join otherwise_answer using (era, answer_number)
      ) as answered left join otherwise_agent using (era, agent)
    ) as said left join nominated using (client, month)
  ) as suspected
  join reader_rule using (era)
) as identified
