-- asks:     Which readers came from a block of IPv4 addresses? Every address of it is hashed and looked for.
-- params:   $key    text     the workspace's key
--           $first  bigint   first address of the block, as a number
--           $size   bigint   how many addresses it has
--           $from   date     first day the listing holds for
--           $until  date     last day, inclusive
--           $rank   integer  the verdict that the list gives
--           $width  integer  how wide a decision is, in bits; -1 where it is none
--           $entry  integer  its place among all that is listed
-- returns:  kind text | id ubigint | from_day date | until_day date | verdict_rank integer | width integer
--           | entry integer
-- grain:    one row an address of the block that a reader had
-- exact:    yes
-- source:   docs/store.md#networks
select
  'reader' as kind,
  id,
  $from::date as from_day,
  $until::date as until_day,
  $rank::integer as verdict_rank,
  $width::integer as width,
  $entry::integer as entry
from (
  select
    ('0x' || substring(sha256($key
      || (number // 16777216) || '.' || (number // 65536 % 256) || '.' || (number // 256 % 256) || '.' || (number % 256)),
      1, 16))::ubigint as id
  from (
    select range as number
    from range($first::bigint, $first::bigint + $size::bigint)
  ) as addresses
) as hashed
where id in (
  select reader
  from fact
)
