-- asks:     How many clients asked for one feed or another on at least three days of a month, for themselves?
-- params:   none
-- returns:  month date | clients bigint
-- grain:    one row a month with such a client
-- exact:    yes
-- source:   docs/measures.md#feed-subscribers
select
  month,
  count(distinct client) as clients
from feed_poll
where source = -1
  and client <> 0
  and days >= 3
group by
  month
order by
  month
