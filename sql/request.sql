-- asks:     What is the verdict on each request of the period?
-- params:   none
-- returns:  as given_verdict
-- grain:    one row a request
-- exact:    yes
-- source:   docs/methodology.md#verdicts
select
  *,
  'counted' as verdict,
  'delivered' as answer,
  1 as would_count
from counted
-- ENGINE: a question about counted requests never looks at this half, whose condition contradicts its own.
union all by name
select *
from given_verdict
where verdict <> 'counted'
