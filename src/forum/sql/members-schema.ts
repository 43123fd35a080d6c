import {sharedTables} from "../../accounts/sql.ts";

/** The tables of who is a member, may become one, or wants to: part of the first version of the file. */
export const membersSchema = `
   create table person (
     id integer primary key,
     name text not null,
     key text not null unique,
     look text not null unique,
     role text not null,
     joined text not null,
     ended text,
     phrase text,
     totp text,
     totp_step integer not null default 0,
     held integer not null default 1,
     shown integer not null default 0,
     vouch integer references person (id) on delete set null,
     invited_in text,
     invited integer not null default 0
   ) strict;
   create index person_vouched on person (vouch) where vouch is not null;
   create table invitation (
     id integer primary key,
     digest text not null unique,
     name text not null default '',
     key text not null default '',
     role text not null,
     until_ms integer not null,
     inviter integer references person (id) on delete cascade
   ) strict;
   create index invitation_of on invitation (inviter);
   create table knock (
     id integer primary key,
     name text not null,
     key text not null unique,
     look text not null unique,
     why text not null,
     phrase text not null,
     day text not null,
     rule text,
     turned_away text
   ) strict;
   create table knock_code (
     digest text primary key,
     knock integer not null references knock (id) on delete cascade
   ) strict;
   create index knock_code_of on knock_code (knock);
   create table state (
     name text primary key,
     value text not null
   ) strict;
   ${sharedTables}`;
