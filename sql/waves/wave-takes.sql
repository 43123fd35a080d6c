-- asks:     How often did clients of a wave take each document?
-- params:   none
-- returns:  wave integer | month date | document integer | is_file integer, 1 where it is no page by its ending | takes bigint
-- grain:    one row a wave and document
-- exact:    yes
-- source:   docs/nominations.md#waves
select
  wave,
  month,
  document,
  coalesce(file_mark, 0) as is_file,
  count(*) as takes
from (
  select distinct
    wave,
    month,
    client,
    document
  from (
    select client, month, document from request where verdict in ('counted', 'heavy-readers')
  ) as taken
  join wave_client using (client, month)
) as taker
left join (
  select
    document,
    1 as file_mark
  from document
  where name like '%.pdf'
      or name like '%.ps'
      or name like '%.epub'
      or name like '%.mobi'
      or name like '%.azw3'
      or name like '%.zip'
      or name like '%.gz'
      or name like '%.mp3'
      or name like '%.m4a'
      or name like '%.ogg'
      or name like '%.mp4'
      or name like '%.webm'
      or name like '%.txt'
      or name like '%.xml'
      or name like '%.json'
      or name like '%.csv'
      or name like '%.doc'
      or name like '%.docx'
      or name like '%.odt'
      or name like '%.rtf'
      or name like '%.xls'
      or name like '%.xlsx'
      or name like '%.ods'
      or name like '%.ppt'
      or name like '%.pptx'
) as files using (document)
group by
  wave,
  month,
  document,
  coalesce(file_mark, 0)
