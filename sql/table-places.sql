-- asks:     How many documents did readers get in each group of places, and how many readers were they?
-- params:   $span  text    the span's name
--           $most  bigint  no more rows than this
-- returns:  entry integer, below 0 for what is no item | documents bigint | readers bigint
-- grain:    one row an entry of grouping; those below 0 first, then those with most documents
-- exact:    yes (count distinct, never an estimate)
-- source:   docs/tables.md#countries
select
  entry,
  count(*) as documents,
  count(distinct reader) as readers
from request
join span using (month)
left join reader_place using (reader)
join place_item
  on place_item.country = coalesce(reader_place.country, '')
  and place_item.region = coalesce(reader_place.region, '')
  and place_item.city = coalesce(reader_place.city, '')
join grouping using (item)
where span = $span
  and verdict = 'counted'
group by
  entry
order by
  case when entry < 0 then 0 else 1 end,
  documents desc,
  entry
limit $most
