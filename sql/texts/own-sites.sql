-- asks:     Which sites did browsers name that fetched what belongs to a page? The page's own site, most of the time.
-- params:   none
-- returns:  site integer | readers bigint
-- grain:    one row a site, at most 20, those with most readers first
-- exact:    yes (count distinct, never an estimate)
-- source:   docs/tables.md#referrers
select
  site,
  count(distinct reader) as readers
from request
where verdict in ('graphics', 'page-furniture')
  and site is not null
group by
  site
order by
  readers desc,
  site
limit 20
