-- asks:     Who asked for which feed in which month, and what did those say who speak for several?
-- params:   none
-- returns:  month date | feed integer | source integer, -1 for who speaks for none but itself, -2 for who is nobody | client ubigint, 0 where a
--           source speaks | days bigint, on which it asked | said bigint, the last number with the second before it | polls bigint
--           | named bigint, those with an agent
-- grain:    one row a month, feed, source and client
-- exact:    yes
-- source:   docs/measures.md#feed-subscribers
select
  month,
  feed,
  own_source as source,
  own_client as client,
  count(distinct day) as days,
  -- 1 stands for a number that nobody believes; the last second decides, and of two in one second the larger number.
  max(second * 1000000000 + told) as said,
  count(*) as polls,
  sum(has_name) as named
from (
  select
    month,
    day,
    feed,
    second,
    case when agent_number is null then 0 else 1 end as has_name,
    case
      when coalesce(source, -1) >= 0 then source
      when coalesce(listed_reader_rank, 127) < 127 then -2
      else coalesce(source, -1)
    end as own_source,
    case when coalesce(source, -1) >= 0 then 0 else reader end as own_client,
    coalesce(subscribers, -1) + 1 as told
  from (
    select * from (
      select * from (
        select * from (
          select * from (
            select * from (
              select reader, second, quarter, answer, agent, feed from fact join (
                select path, feed from known_path join feed_path using (rule_period, path_text)
              ) as feed_key using (path)
            ) as asked join calendar using (quarter)
          ) as dated join (
            select answer from known_answer where method = 'GET' and status in (200, 304)
          ) as delivered using (answer)
        ) as answered left join agent_verdict using (agent)
      ) as named_poll left join feed_agent using (rule_period, agent_number)
    ) as spoken left join listed_reader_day using (reader, day)
  ) as listed
) as polled
group by
  month,
  feed,
  own_source,
  own_client
