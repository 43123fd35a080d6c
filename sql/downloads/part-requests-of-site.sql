-- asks:     The same as part-requests, of the one site that is asked about: which requests brought a file that is taken home?
-- params:   $least  integer  as in part-requests
-- returns:  as part-requests
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
    and file in (select document from document_site join wanted_site using (own_site))
) as brought
cross join retrieval_month
where second >= before_second
  and second < after_second
