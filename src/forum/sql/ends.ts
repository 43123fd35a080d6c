/** What is asked and written when a forum is exported or taken in. Values come in by name. */
export const endsQuestions = {
  publicThreads: `select thread.id, section, title, opened, edition, document, person.name as by
     from thread left join person on person.id = thread.author
     where thread.id > $after and is_public = 1 order by thread.id limit $most`,
  publicPosts: `select post.id, number, rank, person.name as by, state, post.day, edited, post.source,
       decision.id as decision, decision.rule, decision.day as decided
     from post
     left join person on person.id = post.author
     left join decision on decision.id = post.decision
     where thread = $thread and number > $after and state <> 'held' order by number limit $most`,
  countPublic:
    "select (select count(*) from thread where is_public = 1) as threads, (select count(*) from post join thread on thread.id = post.thread where is_public = 1 and number is not null and state <> 'held') as posts, (select count(*) from log) as rows",
  isAnything:
    "select 1 as found from (select id from person union all select id from thread union all select number from log union all select id from knock) limit 1",
  lastIds:
    "select (select coalesce(max(id), 0) from thread) as thread, (select coalesce(max(id), 0) from post) as post",
  firstMonth:
    "select substr(min(day), 1, 7) as month from (select min(joined) as day from person where ended is null or ended <> joined union all select min(day) as day from post)",
  waitsOf:
    "select waited_minutes as minutes from decision where substr(day, 1, 7) = $month and waited_minutes is not null order by waited_minutes",

  addFormer:
    "insert into person (name, key, look, role, joined, ended, held) values ($name, $key, $look, 'member', $day, $day, 1)",
  isNamed:
    "select id from person where key = $key or look = $look union all select 0 from knock where key = $key or look = $look limit 1",
  addKnownThread:
    "insert into thread (id, section, title, opened, author, edition, document) values ($id, $section, $title, $opened, $author, $edition, $document)",
  addKnownPost:
    "insert into post (id, thread, number, rank, author, state, day, was_held, edited, decision, source, html) values ($id, $thread, $number, $rank, $author, $state, $day, 0, $edited, $decision, $source, $html)",
  addKnownQuote: "insert into quote (post, quoted) values ($post, $quoted) on conflict do nothing",
  addKnownDecision:
    "insert into decision (id, post, kind, rule, words, who_name, day) values ($id, $post, 'hide', $rule, '', '', $day)",
} as const;
