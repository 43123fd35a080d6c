-- asks:     Of which groups of clients that took a few documents did many fetch nothing that belongs to a page?
-- params:   $likeness  text    in what they are alike
--           $least     bigint  so many or more
--           $waves      integer  1 where clients of a wave are of a group, too; 0 where they are of no other
-- returns:  likeness text | month date | agent integer | place text | day date | clients bigint | bare bigint, without anything that
--           belongs to a page | rest bigint, those of no wave yet | from_day date | until_day date, of the first documents of these
-- grain:    one row a group, in the order of months
-- exact:    yes
-- source:   docs/nominations.md#waves
select
  likeness,
  month,
  agent,
  place,
  day,
  count(*) as clients,
  sum(1 - has_furniture) as bare,
  sum(case when wave is null then 1 - has_furniture else 0 end) as rest,
  min(case when has_furniture = 0 then first_day end) as from_day,
  max(case when has_furniture = 0 then first_day end) as until_day
from (
  select * from slight_key left join wave_client using (client, month)
) as keyed
where likeness = $likeness
  and case when wave is null then 0 else 1 end <= $waves
group by
  likeness,
  month,
  agent,
  place,
  day
having sum(1 - has_furniture) >= $least
  and sum(case when wave is null then 1 - has_furniture else 0 end) > 0
order by
  month,
  likeness,
  agent,
  place,
  day
