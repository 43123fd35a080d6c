-- asks:     How many requests of each group of robots were answered, whatever they were for, and with how many bytes?
-- params:   $from   date    first month of the span
--           $until  date    last month, inclusive
--           $most   bigint  no more rows than this
-- returns:  entry integer, below 0 for what is no item | requests bigint | bytes bigint
-- grain:    one row an entry of grouping; those below 0 first, then those with most requests
-- exact:    yes
-- source:   docs/tables.md#robots
select
  entry,
  count(*) as requests,
  sum(coalesce(bytes, 0)) as bytes
from request
join (
  select item as robot, entry from grouping
) as grouped using (robot)
where month >= $from
  and month <= $until
  and robot > -3
group by
  entry
order by
  case when entry < 0 then 0 else 1 end,
  requests desc,
  entry
limit $most
