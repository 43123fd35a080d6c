-- asks:     Of each document, how often did waves take it, and how many of the others who did fetched what belongs to a page?
-- params:   none
-- returns:  month date | document integer | wave integer, -1 for the others | file_mark integer, 1 where it is no page by its ending | taken bigint | other_takers bigint
--           | furnished_takers bigint
-- grain:    one row a document and wave, or the others, in the order of months and documents, the others first
-- exact:    yes
-- source:   docs/nominations.md#waves
select
  month,
  document,
  wave,
  max(is_file) as file_mark,
  sum(takes) as taken,
  sum(others) as other_takers,
  sum(furnished) as furnished_takers
from (
  select month, document, wave, is_file, takes, 0 as others, 0 as furnished from wave_take
  union all
  select month, document, -1 as wave, 0 as is_file, 0 as takes, others, furnished from document_furnished
) as sides
group by
  month,
  document,
  wave
order by
  month,
  document,
  wave
