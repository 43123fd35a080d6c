-- asks:     What is the verdict on each request of one site, where all requests were judged?
-- params:   none
-- returns:  as given-verdict-whole
-- grain:    one row a request of the site
-- exact:    yes
-- source:   docs/sites.md#one-site
select
  month,
  day,
  hour,
  second,
  client,
  reader,
  document,
  bytes,
  has_agent,
  site,
  agent,
  robot,
  item,
  answer,
  would_count,
  verdict
from any_verdict
where document in (select document from document_site join wanted_site using (own_site))
