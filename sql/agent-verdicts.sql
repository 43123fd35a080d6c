-- asks:     How many of each agent's requests are a robot's, and how many are counted?
-- params:   none
-- returns:  agent text, null where none was recorded | robots bigint | counted bigint
-- grain:    one row an agent with a request of either verdict
-- exact:    yes
-- source:   docs/robots.md#before-a-list-is-taken
select
  agent,
  sum(case when verdict = 'robots' then 1 else 0 end) as robots,
  sum(case when verdict = 'counted' then 1 else 0 end) as counted
from (
  select
    agent,
    case
      when heavy.reader is not null and verdict_rank > heavy_rank then heavy_rank
      else verdict_rank
    end as final_rank
  from (
    select
      month,
      client as reader,
      agent,
      least(answer_rank, path_rank, agent_rank, teller_rank, listed_rank) as verdict_rank
    from judged
  ) as first_fitting
  left join heavy using (reader, month)
  cross join (select max(rank) as heavy_rank from verdict where is_limit = 1) as the_limit
) as ranked
join verdict on rank = final_rank
where verdict in ('robots', 'counted')
group by
  agent
