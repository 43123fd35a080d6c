-- asks:     How many clients asked for a feed on at least three days of a month, for themselves?
-- params:   none
-- returns:  month date | feed integer | clients bigint
-- grain:    one row a month and feed with such a client
-- exact:    yes
-- source:   docs/measures.md#feed-subscribers
select
  month,
  feed,
  count(distinct client) as clients
from feed_poll
where source = -1
  and client <> 0
  and days >= 3
group by
  month,
  feed
order by
  month,
  feed
