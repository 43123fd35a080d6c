-- asks:     Which requests brought a file that is taken home, or a part of one, to somebody who may be a reader?
-- params:   $least  integer  rank of the first rule that does not matter here, of those that do not look at the answer
-- returns:  chain date, the month that it is looked at for | second bigint | reader ubigint | agent integer, -1 for none | file integer
--           | is_whole integer, 0 for a part | size bigint
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
) as brought
cross join retrieval_month
where second >= before_second
  and second < after_second
