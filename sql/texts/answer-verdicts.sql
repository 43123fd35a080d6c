-- asks:     What do the rules say of the answers that requests hold the keys of?
-- params:   none
-- returns:  answer, its key | answer_number integer | answer_kind integer | answer_rank integer
-- grain:    one row a key
-- exact:    yes
-- source:   docs/methodology.md#verdicts
select
  answer,
  answer_number,
  answer_kind,
  answer_rank
from known_answer
join judged_answer using (rule_period, method, status)
