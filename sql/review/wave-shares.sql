-- asks:     What share of others who took a wave's documents fetched what belongs to a page?
-- params:   none
-- returns:  wave integer | month date | takes bigint | share double, in 10,000ths, the sum over
--           the takes, each a whole number; of what is no page by its ending it is 0,
--           and where few others took a document, the share of all others stands for two of them
-- grain:    one row a wave
-- exact:    yes
-- source:   docs/nominations.md#waves
select
  wave,
  month,
  count(*) as takes,
  sum(
    case
      when is_file = 1 then 0
      else floor((coalesce(furnished, 0) * 10000.0 + 2 * usual) / (coalesce(others, 0) + 2))
    end
  ) as share
from (
  select *
  from (
    select *
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
    join wave_month using (month)
  ) as asked
  left join (
    select
      document,
      1 as is_file
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
) as known
left join document_furnished using (month, document)
group by
  wave,
  month
