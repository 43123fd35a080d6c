/** The tables of what is written, decided and looked for: part of the first version of the file. */
export const postsSchema = `
   create table thread (
     id integer primary key,
     section text not null,
     title text not null,
     opened text not null,
     author integer references person (id) on delete set null,
     first_post integer,
     is_public integer not null default 0,
     posts integer not null default 0,
     numbers integer not null default 0,
     last integer not null default 0,
     last_day text not null default '',
     edition text unique,
     document text unique
   ) strict;
   create index thread_in on thread (section, last) where is_public = 1;
   create index thread_by_last on thread (last) where is_public = 1;
   create index thread_by on thread (author) where author is not null;
   create index thread_by_day on thread (opened, is_public);
   create table section_count (
     section text primary key,
     threads integer not null default 0,
     posts integer not null default 0,
     last_day text not null default ''
   ) strict, without rowid;
   create trigger thread_counted after update of is_public, posts, last_day on thread begin
     insert into section_count (section) values (new.section) on conflict do nothing;
     update section_count set
       threads = threads + new.is_public - old.is_public,
       posts = posts + new.is_public * new.posts - old.is_public * old.posts,
       last_day = max(last_day, iif(new.is_public, new.last_day, ''))
     where section = new.section;
   end;
   create table post (
     id integer primary key,
     thread integer not null references thread (id) on delete cascade,
     number integer,
     rank integer,
     author integer references person (id) on delete set null,
     state text not null,
     day text not null,
     was_held integer not null,
     waiting_ms integer,
     revision integer not null default 1,
     edited text,
     decision integer,
     source text not null,
     html text not null
   ) strict;
   create unique index post_numbered on post (thread, number);
   create unique index post_ranked on post (rank) where rank is not null;
   create index post_by on post (author) where author is not null;
   create index post_held on post (id) where state = 'held';
   create index post_held_by on post (author) where state = 'held';
   create index post_by_day on post (day, state, was_held);
   create table earlier_text (
     post integer not null references post (id) on delete cascade,
     revision integer not null,
     day text not null,
     source text not null,
     primary key (post, revision)
   ) strict, without rowid;
   create table quote (
     post integer not null references post (id) on delete cascade,
     quoted integer not null,
     primary key (post, quoted)
   ) strict, without rowid;
   create table once (
     author integer not null references person (id) on delete cascade,
     token text not null,
     thread integer not null,
     post integer not null,
     day text not null,
     primary key (author, token)
   ) strict, without rowid;
   create index once_by_day on once (day);
   create table text_print (
     print text not null,
     author integer not null references person (id) on delete cascade,
     day text not null,
     primary key (print, author)
   ) strict, without rowid;
   create index text_print_by_day on text_print (day);
   create index text_print_by on text_print (author);
   create table draft (
     member integer not null references person (id) on delete cascade,
     place text not null,
     title text not null,
     source text not null,
     day text not null,
     primary key (member, place)
   ) strict, without rowid;
   create table read_mark (
     member integer not null references person (id) on delete cascade,
     thread integer not null references thread (id) on delete cascade,
     up_to integer not null,
     primary key (member, thread)
   ) strict, without rowid;
   create index read_mark_in on read_mark (thread);
   create table decision (
     id integer primary key,
     post integer references post (id) on delete cascade,
     kind text not null,
     rule text,
     words text not null,
     who integer references person (id) on delete set null,
     who_name text not null,
     day text not null,
     waited_minutes integer,
     ends_appeal integer not null default 0
   ) strict;
   create index decision_of on decision (post);
   create index decision_by on decision (who) where who is not null;
   create index decision_by_day on decision (day);
   create table report (
     id integer primary key,
     post integer not null references post (id) on delete cascade,
     member integer references person (id) on delete set null,
     rule text not null,
     words text not null,
     day text not null,
     since_ms integer,
     decision integer references decision (id) on delete cascade
   ) strict;
   create unique index report_once on report (post, member);
   create index report_open on report (post) where decision is null;
   create index report_by on report (member) where member is not null;
   create index report_ended on report (decision) where decision is not null;
   create table appeal (
     decision integer primary key references decision (id) on delete cascade,
     post integer not null references post (id) on delete cascade,
     words text not null,
     day text not null,
     since_ms integer,
     ended_by integer
   ) strict;
   create index appeal_open on appeal (post) where ended_by is null;
   create index appeal_about on appeal (post);
   create virtual table found using fts5(text, place, tokenize = "unicode61 remove_diacritics 2");
   insert into found (found, rank) values ('secure-delete', 1);
   create virtual table found_signs using fts5(text, place unindexed, tokenize = "trigram");
   insert into found_signs (found_signs, rank) values ('secure-delete', 1);
   create virtual table found_signs_terms using fts5vocab(found_signs, row);`;
