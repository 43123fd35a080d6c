/** What is asked and written of members besides what all accounts have. Values come in by name. */
export const memberQuestions = {
  addMember:
    "insert into person (name, key, look, role, joined, phrase, held, vouch) values ($name, $key, $look, $role, $joined, $phrase, $held, $vouch)",
  isLikeAnother:
    "select 1 as found from person where look = $look union all select 1 from knock where look = $look limit 1",
  dropMember: "delete from person where id = $id",
  countShown: "update person set shown = shown + 1 where id = $id",
  stopHolding: "update person set held = 0 where id = $id",
  forgetVouch: "update person set vouch = null where id = $id",
  forgetVouchesBefore: "update person set vouch = null where vouch is not null and joined <= $day",
  dropTotps: "update person set totp = null, totp_step = 0 where totp is not null",
  dropSessions: "delete from session",
  forgetSteps: "update person set totp_step = 0 where totp_step <> 0 and totp_step < $step",
  forgetAgain: "update session set again_until_ms = 0 where again_until_ms <> 0 and again_until_ms <= $now",
  raiseToStanding:
    "update person set role = 'standing' where role = 'member' and ended is null and held = 0 and shown >= $shown and joined <= $day",
  countRole: "select count(*) as count from person where ended is null and role = $role",
  forumPeople:
    "select * from person where ended is null or ended <> joined or shown > 0 order by ended is not null, case role when 'editor' then 0 when 'moderator' then 1 else 2 end, key, id limit $most offset $skip",

  countInvited: "update person set invited_in = $month, invited = $count where id = $id",
  inviteMember: "insert into invitation (digest, role, until_ms, inviter) values ($digest, $role, $until, $inviter)",
  invitationsBy:
    "select id, until_ms from invitation where inviter = $inviter and until_ms > $now order by until_ms, id",
  withdrawOwn: "delete from invitation where id = $id and inviter = $inviter",
  dropInvitationsBy: "delete from invitation where inviter = $inviter",

  addKnock: "insert into knock (name, key, look, why, phrase, day) values ($name, $key, $look, $why, $phrase, $day)",
  addKnockCode: "insert into knock_code (digest, knock) values ($digest, $knock)",
  dropKnockCodes: "delete from knock_code where knock = $knock",
  knock: "select * from knock where id = $id",
  knockByKey: "select * from knock where key = $key",
  knocks: "select * from knock where turned_away is null order by id",
  countKnocks: "select count(*) as count from knock where turned_away is null",
  turnAway: "update knock set turned_away = $day, rule = $rule, why = '' where id = $id and turned_away is null",
  takeKnockCodes:
    "insert into recovery_code (digest, person) select digest, $person from knock_code where knock = $knock",
  dropKnock: "delete from knock where id = $id",
  dropOldKnocks: "delete from knock where day <= $waitingSince or turned_away <= $turnedAwaySince",

  state: "select value from state where name = $name",
  setState:
    "insert into state (name, value) values ($name, $value) on conflict (name) do update set value = excluded.value",
  dropState: "delete from state where name = $name",
} as const;
