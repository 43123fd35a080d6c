-- asks:     How many readers does each network remove from each month, and how many does no list remove?
-- params:   $counted  integer  rank of what no rule takes
-- returns:  month date | entry integer, null for those that no list removes | readers bigint
-- grain:    one row a month and network
-- exact:    yes (count distinct, never an estimate)
-- source:   docs/review.md#networks-that-take-too-much
select
  month,
  entry,
  count(distinct client) as readers
from ranked_request
left join network_client using (client, day)
where answer_rank >= $counted
  and path_rank >= $counted
  and coalesce(agent_rank, 127) >= $counted
  and coalesce(robots_txt_rank, 127) >= $counted
  and client <> 0
  and (
    (entry is null and list_rank = 127)
    or (entry is not null and list_rank < 127)
  )
group by
  month,
  entry
