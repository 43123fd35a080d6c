-- asks:     What would be known of each request under another methodology?
-- params:   none
-- returns:  month date | day date | client ubigint | reader ubigint | document integer | bytes bigint | has_agent boolean
--           | answer_kind integer | rest_rank integer | verdict_rank integer; see screened-whole
-- grain:    one row a request
-- exact:    yes
-- source:   docs/ranges.md#alternatives
select
  month,
  day,
  hour,
  second,
  client,
  case agents
    -- ENGINE: a hash of 64 bits over both.
    when 1 then hash(identity, agent)
    else identity
  end as reader,
  document,
  bytes,
  has_agent,
  site,
  agent,
  case
    when said_rank = robots then agent
    when robot = -2 then -2
    when tellers = 1 and teller_rank = robots and listed_rank is null then -1
    else -3
  end as robot,
  answered_kind as answer_kind,
  least(path_rank, said_rank, asked_rank, listed_rank) as rest_rank,
  least(answered_rank, path_rank, said_rank, asked_rank, listed_rank) as verdict_rank
from (
  select
    sifted.*,
    agents,
    robots,
    tellers,
    otherwise_answer.answer_kind as answered_kind,
    otherwise_answer.answer_rank as answered_rank,
    otherwise_agent.agent_rank as said_rank,
    least(case when tellers = 1 then teller_rank end, nominated.verdict_rank) as asked_rank,
    case ipv6
      when 48 then coalesce(network48, client)
      when 128 then coalesce(address, client)
      else client
    end as identity
  from sifted
  cross join reader_rule
  join otherwise_answer using (answer_number)
  left join otherwise_agent using (agent)
  left join nominated using (client, month)
) as identified
