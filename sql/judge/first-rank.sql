-- asks:     What does the first rule that needs no counting say of each request of the period?
-- params:   $clients  integer  rank of the first rule that looks at who asks
-- returns:  month date | day date | reader ubigint | document integer | bytes bigint | has_agent boolean | verdict_rank integer
--           | is_exempt integer, 1 where a person decided that the client is a reader | request_count integer
-- grain:    one row a request that an earlier rule than $clients leaves; one a day and verdict of the others, of which nothing
--           but that and the number of requests is known
-- exact:    yes
-- source:   docs/methodology.md#verdicts
select
  month,
  day,
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
  verdict_rank,
  cast(is_exempt as tinyint) as is_exempt,
  1 as request_count
from (
  select
    month,
    day,
    agents,
    case
      when ipv6 = 48 then coalesce(network48, client)
      when ipv6 = 128 then coalesce(address, client)
      else client
    end as identity,
    coalesce(agent_number, -1) as agent,
    document,
    bytes,
    agent_key is not null as has_agent,
    is_exempt,
    cast(
      least(
        answer_rank,
        least(
          path_rank,
          least(
            coalesce(agent_rank, 127),
            least(case when is_exempt = 1 then 127 else coalesce(robots_txt_rank, 127) end, list_rank)
          )
        )
      ) as tinyint
    ) as verdict_rank
  from ranked_request
  join reader_rule using (rule_period)
  where least(answer_rank, path_rank) >= $clients
) as identified
union all
select
  month,
  day,
  -- ENGINE: anything of the type that readers have; nobody is asked for here.
  hash(0) as reader,
  null as document,
  null as bytes,
  1 = 0 as has_agent,
  verdict_rank,
  cast(0 as tinyint) as is_exempt,
  cast(count(*) as integer) as request_count
from (
  select
    month,
    day,
    cast(least(answer_rank, path_rank) as tinyint) as verdict_rank
  from dated_request
  where least(answer_rank, path_rank) < $clients
) as set_aside
group by
  month,
  day,
  verdict_rank
