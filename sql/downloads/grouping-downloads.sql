-- asks:     Which files are taken home?
-- params:   none
-- returns:  item integer | entry integer
-- grain:    one row a file
-- exact:    yes
-- source:   docs/tables.md#top-downloads
select
  file as item,
  file as entry
from retrieved_part
where part = 'downloads'
