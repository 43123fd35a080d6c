-- asks:     How many different clients did each verdict take in a span of months?
-- params:   $span  text  the span's name
-- returns:  verdict text | readers bigint
-- grain:    one row a verdict; only the verdicts that are given to clients
-- exact:    yes (count distinct, never an estimate)
-- source:   docs/methodology.md#verdicts
select
  verdict,
  count(distinct reader) as readers
from request
join span using (month)
where verdict in ('blacklisted', 'heavy-readers')
  and span = $span
group by
  verdict
order by
  verdict
