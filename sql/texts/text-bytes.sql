-- asks:     How long are all the texts together that requests hold the keys of?
-- params:   none
-- returns:  path_bytes bigint, null for no text | agent_bytes bigint, null for no text | site_bytes bigint, null for no text
-- grain:    one row
-- exact:    no (a text counts once for each of its keys: as much as they are, or more)
-- source:   docs/methodology.md#verdicts
select
  max(path_length) as path_bytes,
  max(agent_length) as agent_bytes,
  max(site_length) as site_bytes
from (
  select sum(strlen(path_text)) as path_length, null as agent_length, null as site_length from known_path
  union all
  select null as path_length, sum(strlen(agent_text)) as agent_length, null as site_length from known_agent
  union all
  select null as path_length, null as agent_length, sum(strlen(site_text)) as site_length from known_site
) as measured
