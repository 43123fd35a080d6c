-- asks:     How many requests named each virtual host, and how many of them were answered with a document?
-- params:   $from   bigint  second in which the period begins
--           $until  bigint  second in which it has ended
-- returns:  host_text text, null for requests that named none | requests bigint | answered bigint, with 200 to 299 or 304
-- grain:    one row a host, as the log has it; where the facts are in several places, one in each
-- exact:    yes
-- source:   docs/sites.md#without-the-setting
select
  host_text,
  sum(asked_times) as requests,
  sum(case when status >= 200 and status < 300 or status = 304 then asked_times else 0 end) as answered
from (
  select
    host,
    status,
    asked_times
  from (
    select
      host,
      answer,
      count(*) as asked_times
    from fact
    where second >= $from
      and second < $until
    group by
      host,
      answer
  ) as asked
  join (
    select answer, status from known_answer
  ) as known using (answer)
) as answers
left join (
  select host, host_text from known_host
) as named using (host)
group by
  host_text
