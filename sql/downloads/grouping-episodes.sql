-- asks:     Which files are listened to or looked at?
-- params:   none
-- returns:  item integer | entry integer
-- grain:    one row a file
-- exact:    yes
-- source:   docs/tables.md#top-episodes
select
  file as item,
  file as entry
from retrieved_part
where part in ('listens', 'plays')
