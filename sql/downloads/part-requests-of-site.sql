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
  is_whole,
  size
from (
  select
    second,
    reader,
    agent,
    file,
    is_whole,
    coalesce(bytes, 0) as size
  from (
    select * from (
      select * from first_rank join retrieved_path using (document)
    ) as filed join retrieved_answer using (rule_period, answer_number)
  ) as answered
  left join heavy using (reader, month)
  where other_rank >= $least
    and (is_heavy is null or is_exempt = 1)
    and file in (select document from document_site join wanted_site using (own_site))
) as brought
cross join retrieval_month
where second >= before_second
  and second < after_second
