-- asks:     How many of those who took a document and are of no group that is much alike fetched what belongs to a page?
-- params:   $loose  integer  the number of the first group in which hardly anything is alike: those count, too
-- returns:  month date | document integer | others bigint | furnished bigint
-- grain:    one row a document and month
-- exact:    yes
-- source:   docs/nominations.md#waves
select
  month,
  document,
  count(*) as others,
  sum(has_furniture) as furnished
from (
  select distinct
    client,
    month,
    document,
    has_furniture
  from (
    select client, month, document from request where verdict in ('counted', 'heavy-readers')
  ) as taken
  join client_conduct using (client, month)
) as taker
left join wave_client using (client, month)
where coalesce(wave, $loose) >= $loose
group by
  month,
  document
