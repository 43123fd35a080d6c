-- asks:     How often was a feed asked for in each month, and how often by somebody who named an agent?
-- params:   none
-- returns:  month date | all_polls bigint | all_named bigint
-- grain:    one row a month in which a feed was asked for
-- exact:    yes
-- source:   docs/measures.md#feed-subscribers
select
  month,
  sum(polls) as all_polls,
  sum(named) as all_named
from feed_poll
group by
  month
order by
  month
