-- asks:     What did each source say last of its subscribers to each feed, in each month?
-- params:   none
-- returns:  month date | feed integer | source integer | subscribers bigint, -1 for a number that nobody believes
-- grain:    one row a month, feed and source that speaks for several
-- exact:    yes
-- source:   docs/measures.md#feed-subscribers
select
  month,
  feed,
  source,
  max(said) % 1000000000 - 1 as subscribers
from feed_poll
where source >= 0
group by
  month,
  feed,
  source
order by
  month,
  feed,
  source
