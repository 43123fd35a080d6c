-- asks:     How many subscribers had each service, or each feed, in the last month of the span in which a feed was asked for?
-- params:   $from   date    first month of the span
--           $until  date    last month, inclusive
--           $most   bigint  no more rows than this
-- returns:  entry integer, below 0 for what is no item | readers bigint
-- grain:    one row an entry of grouping; those below 0 first, then those with most subscribers
-- exact:    yes
-- source:   docs/tables.md#feed-subscribers
select
  entry,
  sum(subscribers) as readers
from (
  select
    item,
    subscribers
  from feed_part
  join (
    select latest as month from (
      select max(month) as latest from feed_part where month >= $from and month <= $until
    ) as latest_month
  ) as last_month using (month)
) as had
join (select item, entry from grouping) as grouped using (item)
group by
  entry
order by
  case when entry < 0 then 0 else 1 end,
  readers desc,
  entry
limit $most
