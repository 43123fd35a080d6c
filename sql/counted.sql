-- asks:     Which requests count?
-- params:   none
-- returns:  as given_verdict, without what is the same for all of them
-- grain:    one row a counted request
-- exact:    yes
-- source:   docs/methodology.md#verdicts
select columns(lambda name: name not in ('verdict', 'answer', 'would_count'))
from given_verdict
where verdict = 'counted'
