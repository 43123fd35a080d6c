-- asks:     How many different clients did each verdict take in the whole period?
-- params:   none
-- returns:  verdict text | readers bigint
-- grain:    one row a verdict; only the verdicts that are given to clients
-- exact:    yes (count distinct, never an estimate)
-- source:   docs/methodology.md#verdicts
select
  verdict,
  count(distinct reader) as readers
from request
where verdict in ('blacklisted', 'heavy-readers')
group by
  verdict
order by
  verdict
