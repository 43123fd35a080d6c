-- asks:     How many of each agent's requests are a robot's, and how many are counted?
-- params:   none
-- returns:  agent_text text, null where none was recorded | robot_requests bigint | counted_requests bigint
-- grain:    one row an agent with a request of either verdict
-- exact:    yes
-- source:   docs/robots.md#before-a-list-is-taken
select
  agent_text,
  sum(case when verdict = 'robots' then 1 else 0 end) as robot_requests,
  sum(case when verdict = 'counted' then 1 else 0 end) as counted_requests
from (
  select
    agent_text,
    case when is_heavy = 1 and verdict_rank > heavy_rank then heavy_rank else verdict_rank end as rank
  from (
    select * from (
      select
        month,
        client as reader,
        agent_text,
        least(answer_rank, least(path_rank, least(coalesce(agent_rank, 127), least(coalesce(teller_rank, 127), listed_rank))))
          as verdict_rank
      from judged
    ) as first_fitting left join heavy using (reader, month)
  ) as weighed
  cross join (select max(rank) as heavy_rank from verdict where is_limit = 1) as the_limit
) as ranked
join verdict using (rank)
where verdict in ('robots', 'counted')
group by
  agent_text
