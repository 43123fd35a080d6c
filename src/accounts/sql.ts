/** The tables that are the same wherever there are accounts; a `person` and an `invitation` each has of its own. */
export const sharedTables = `
   create table passkey (
     id text primary key,
     person integer not null references person (id),
     public_key text not null,
     counter integer not null,
     added text not null
   ) strict;
   create index passkey_of on passkey (person);
   create table recovery_code (
     digest text primary key,
     person integer not null references person (id)
   ) strict;
   create index recovery_code_of on recovery_code (person);
   create table session (
     id integer primary key,
     digest text not null unique,
     stage text not null,
     person integer references person (id),
     invitation integer references invitation (id) on delete cascade,
     began_ms integer not null,
     seen_ms integer not null,
     again_until_ms integer not null default 0,
     wrong integer not null default 0,
     pending text
   ) strict;
   create index session_of on session (person);
   create table log (
     number integer primary key,
     at text not null,
     who text not null,
     act text not null,
     about text not null,
     hash text not null
   ) strict;`;

/** What brings the file from each version to the next: the first makes it, from nothing. What was released is not changed any more. */
export const migrations: readonly string[] = [
  `create table person (
     id integer primary key,
     name text not null,
     key text not null unique,
     role text not null,
     joined text not null,
     ended text,
     phrase text,
     totp text,
     totp_step integer not null default 0
   ) strict;
   create table invitation (
     id integer primary key,
     digest text not null unique,
     name text not null,
     key text not null unique,
     role text not null,
     until_ms integer not null
   ) strict;
   ${sharedTables}`,
];

/** All that is asked of the file, and all that is written into it. Values come in by name, never as text of a question. */
export const questions = {
  people: "select id, name, role, joined, ended from person order by ended is not null, name, id",
  person: "select * from person where id = $id",
  personByKey: "select * from person where key = $key",
  hasJoined: "select count(*) as count from person where ended is null",
  addPerson: "insert into person (name, key, role, joined) values ($name, $key, $role, $joined)",
  reviewPerson: "update person set name = $name, role = $role, ended = null where id = $id",
  setRole: "update person set role = $role where id = $id",
  endPerson: "update person set ended = $ended, phrase = null where id = $id",
  setPhrase: "update person set phrase = $phrase where id = $id",
  setTotp: "update person set totp = $totp, totp_step = $step where id = $id",
  useTotpStep: "update person set totp_step = $step where id = $id and totp_step < $step",

  passkeys: "select * from passkey where person = $person order by added, id",
  passkeyById: "select person from passkey where id = $id",
  addPasskey:
    "insert into passkey (id, person, public_key, counter, added) values ($id, $person, $publicKey, $counter, $added)",
  countPasskey: "update passkey set counter = $counter where id = $id and person = $person",
  dropPasskey: "delete from passkey where id = $id and person = $person",
  dropPasskeys: "delete from passkey where person = $person",

  recoveryCodesLeft: "select count(*) as count from recovery_code where person = $person",
  addRecoveryCode: "insert into recovery_code (digest, person) values ($digest, $person)",
  useRecoveryCode: "delete from recovery_code where digest = $digest and person = $person",
  dropRecoveryCodes: "delete from recovery_code where person = $person",

  invitations: "select id, name, role, until_ms from invitation where until_ms > $now order by name, id",
  invitation: "select * from invitation where id = $id",
  invitationByDigest: "select * from invitation where digest = $digest and until_ms > $now",
  addInvitation:
    "insert into invitation (digest, name, key, role, until_ms) values ($digest, $name, $key, $role, $until)",
  dropInvitation: "delete from invitation where id = $id",
  dropInvitationsOf: "delete from invitation where key = $key",
  dropOldInvitations: "delete from invitation where until_ms <= $now",

  session:
    "select session.*, person.role from session left join person on person.id = session.person where digest = $digest",
  sessionsOf:
    "select session.*, person.role from session join person on person.id = session.person where session.person = $person and stage = 'whole' order by began_ms, session.id",
  addSession:
    "insert into session (digest, stage, person, invitation, began_ms, seen_ms, again_until_ms) values ($digest, $stage, $person, $invitation, $now, $now, $again)",
  seeSession: "update session set seen_ms = $now where id = $id",
  renewSession:
    "update session set digest = $digest, stage = $stage, person = $person, invitation = null, began_ms = $began, seen_ms = $seen, again_until_ms = $again, wrong = 0, pending = null where id = $id",
  setPending: "update session set pending = $pending where id = $id",
  missSession: "update session set wrong = wrong + 1 where id = $id",
  dropSession: "delete from session where id = $id",
  dropSessionOf: "delete from session where id = $id and person = $person",
  dropSessionsOf: "delete from session where person = $person and id <> $except",
  dropSurplus:
    "delete from session where person = $person and stage = $stage and id not in (select id from session where person = $person and stage = $stage order by began_ms desc, id desc limit $most)",
  dropOldSessions:
    "delete from session where seen_ms <= $idleSince or began_ms <= case stage when 'whole' then $wholeSince when 'half' then $halfSince else $joiningSince end",

  lastLogRow: "select * from log order by number desc limit 1",
  addLogRow: "insert into log (number, at, who, act, about, hash) values ($number, $at, $who, $act, $about, $hash)",
  logRows: "select * from log where number > $after order by number limit $most",
  logRowsBefore: "select * from log where number < $before order by number desc limit $most",
} as const;
