/** Posts that wait for a moderator: held ones, reported ones, and those about which a decision was appealed. */
const waiting = `
  select id from post where state = 'held'
  union select post from report where decision is null
  union select post from appeal where ended_by is null`;

/** What is asked and written of reports, decisions and appeals. Values come in by name. */
export const moderationQuestions = {
  waitingPosts: `select post.id, post.thread, post.state, post.day, post.html, post.revision, post.author, thread.title, person.name,
       (select coalesce(max(id), 0) from decision where post = post.id) as last_decision,
       (select words from appeal where post = post.id and ended_by is null) as appeal
     from post
     join thread on thread.id = post.thread
     left join person on person.id = post.author
     where post.id in (${waiting}) order by post.id limit $most`,
  countWaitingPosts: `select count(*) as count from (${waiting})`,
  openReports: "select rule, words from report where post = $post and decision is null order by id",
  isWaiting: `select 1 as found from post where id = $post and (state = 'held'
     or exists (select 1 from report where post = $post and decision is null)
     or exists (select 1 from appeal where post = $post and ended_by is null))`,
  waitingSince: `select min(since) as since from (
     select waiting_ms as since from post where id = $post and state = 'held'
     union all select since_ms from report where post = $post and decision is null
     union all select since_ms from appeal where post = $post and ended_by is null)`,
  addReport:
    "insert into report (post, member, rule, words, day, since_ms) values ($post, $member, $rule, $words, $day, $now) on conflict do nothing",
  endReports:
    "update report set decision = $decision, since_ms = null, words = '' where post = $post and decision is null",
  lastDecision:
    "select id, kind, rule, who, who_name, day, ends_appeal from decision where post = $post order by id desc limit 1",
  decision: "select id, post, kind, ends_appeal from decision where id = $id",
  addDecision:
    "insert into decision (post, kind, rule, words, who, who_name, day, waited_minutes, ends_appeal) values ($post, $kind, $rule, $words, $who, $whoName, $day, $waited, $endsAppeal)",
  addAppeal:
    "insert into appeal (decision, post, words, day, since_ms) values ($decision, $post, $words, $day, $now) on conflict do nothing",
  openAppeal: "select decision from appeal where post = $post and ended_by is null",
  endAppeals: "update appeal set ended_by = $decision, since_ms = null where post = $post and ended_by is null",
  dropReportsOf: "delete from report where post = $post",
  dropAppealsOf: "delete from appeal where post = $post",

  countPostsIn:
    "select coalesce(sum(state = 'shown'), 0) as shown, coalesce(sum(was_held), 0) as held from post where day >= $from and day < $until",
  countThreadsIn: "select count(*) as count from thread where opened >= $from and opened < $until and is_public = 1",
  countMembersAt: "select count(*) as count from person where joined < $until and (ended is null or ended >= $until)",
  hiddenIn:
    "select rule, count(*) as posts from decision where day >= $from and day < $until and kind = 'hide' group by rule order by posts desc, rule",
  waitedIn:
    "select waited_minutes as minutes from decision where day >= $from and day < $until and waited_minutes is not null order by waited_minutes",
} as const;
