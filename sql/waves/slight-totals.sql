-- asks:     How many clients took a few documents, and how many took more, with and without anything that belongs to a page?
-- params:   $most  bigint  so many documents are a few
-- returns:  month date | slight bigint | slight_bare bigint | engaged bigint | engaged_bare bigint
-- grain:    one row a month
-- exact:    yes
-- source:   docs/nominations.md#waves
select
  month,
  sum(case when documents <= $most then 1 else 0 end) as slight,
  sum(case when documents <= $most and has_furniture = 0 then 1 else 0 end) as slight_bare,
  sum(case when documents > $most then 1 else 0 end) as engaged,
  sum(case when documents > $most and has_furniture = 0 then 1 else 0 end) as engaged_bare
from client_conduct
group by
  month
