-- asks:     Which requests brought a file that is taken home, or a part of one, to somebody who may be a reader?
-- params:   $least  integer  rank of the first rule that does not matter here, of those that do not look at the answer
-- returns:  chain date, the month that it is looked at for | second bigint | reader ubigint | agent integer, -1 for none | file integer
--           | has_all integer, 1 for a whole answer that is enough | size bigint
-- grain:    one row a request and month that it lies in, or at most a day before or after
-- exact:    yes
-- source:   docs/downloads.md#one-download
select
  chain,
  second,
  reader,
  agent,
  file,
  has_all,
  size
from (
  select
    second,
    reader,
    agent,
    file,
    -- Of sound and film a whole answer is one that somebody may have broken off: its bytes decide, where they are known.
    case when is_whole = 1 and (is_media = 0 or bytes is null) then 1 else 0 end as has_all,
    coalesce(bytes, 0) as size
  from (
    select * from (
      select * from (
        select * from (
          select * from first_rank join retrieved_path using (document)
        ) as filed join retrieved_answer using (rule_period, answer_number)
      ) as answered join retrieved_file using (file)
    ) as named left join retrieved_agent using (agent)
  ) as known
  left join heavy using (reader, month)
  where (
      other_rank >= $least
      -- What people listen with may be on a list of robots, as it is no browser.
      or (is_media = 1 and is_player = 1 and path_rank >= $least and robots_txt_rank >= $least and list_rank >= $least)
    )
    and (is_media = 0 or is_ahead is null or is_ahead = 0)
    and (is_heavy is null or is_exempt = 1)
) as brought
cross join retrieval_month
where second >= before_second
  and second < after_second
