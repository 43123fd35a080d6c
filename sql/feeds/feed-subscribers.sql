-- asks:     How many subscribers had the feeds in each span of months: in its last month in which a feed was asked for?
-- params:   none
-- returns:  span text | value bigint, null where the logs name no agents | unrecorded bigint, sources whose number nobody believes
-- grain:    one row a span in which a feed was asked for
-- exact:    yes
-- source:   docs/measures.md#feed-subscribers
select
  span,
  subscribers as value,
  refused as unrecorded
from (
  select
    span,
    latest as month
  from (
    select
      span,
      max(month) as latest
    from span
    join (select month, subscribers from feed_month) as polled using (month)
    group by
      span
  ) as latest_month
) as last_month
join (select month, subscribers, refused from feed_month) as had using (month)
order by
  span
