-- asks:     From which sites were documents asked for that have moved?
-- params:   none
-- returns:  document integer | link_site integer, -1 where no site was named
-- grain:    one row a document and site
-- exact:    yes
-- source:   docs/tables.md#moved-documents
select
  document,
  link_site
from moved_request
group by
  document,
  link_site
order by
  document,
  link_site
