-- asks:     How many requests named each virtual host, and how many of them were answered with a document?
-- params:   $most  bigint  no more rows than this
-- returns:  host_text text, null for requests that named none | requests bigint | answered bigint
-- grain:    one row a host; first that of requests that named none, then those that were answered most often
-- exact:    yes
-- source:   docs/sites.md#without-the-setting
select
  host_text,
  sum(requests) as requests,
  sum(answered) as answered
from host_request
group by
  host_text
order by
  case when host_text is null then 0 else 1 end,
  answered desc,
  host_text
limit $most
