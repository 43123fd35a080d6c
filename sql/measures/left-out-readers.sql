-- asks:     How many different clients did each verdict take in a span of months?
-- params:   $from   date    first month of the span
--           $until  date    last month, inclusive
-- returns:  verdict text | readers bigint
-- grain:    one row a verdict; only the verdicts that are given to clients
-- exact:    yes (count distinct, never an estimate)
-- source:   docs/methodology.md#verdicts
select
  verdict,
  count(distinct reader) as readers
from request
where verdict in ('blacklisted', 'heavy-readers')
  and month >= $from
  and month <= $until
group by
  verdict
order by
  verdict
