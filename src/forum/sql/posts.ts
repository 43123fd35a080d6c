/** What a post is read with: who wrote it, and the decision that stands. */
const seenPost = `
  select post.id, post.thread, post.number, post.author, person.name, post.state, post.day, post.edited, post.revision,
         post.decision, decision.rule, post.source, post.html
  from post
  left join person on person.id = post.author
  left join decision on decision.id = post.decision`;

/** A page is found in an index alone before its rows are read. */
const listedThread = `
  select thread.id, section, title, posts, opened, last_day, person.name
  from thread
  left join person on person.id = thread.author`;

/** What is asked and written of threads and posts. Values come in by name. */
export const postQuestions = {
  sectionCounts: "select section, threads, posts, last_day from section_count",
  countPublicThreads: "select coalesce(sum(threads), 0) as count from section_count",
  threadsIn: `${listedThread} where thread.id in (select id from thread where section = $section and is_public = 1 order by last desc limit $most offset $skip) order by thread.last desc`,
  threadsByLast: `${listedThread} where thread.id in (select id from thread where is_public = 1 order by last desc limit $most offset $skip) order by thread.last desc`,
  thread: "select * from thread where id = $id",
  threadOfEdition: "select id, is_public, first_post from thread where edition = $edition",
  threadOfDocument: "select id, is_public, first_post from thread where document = $document",

  postsOf: `${seenPost} where post.thread = $thread and number between $from and $to order by number`,
  postsUnnumbered: `${seenPost} where post.thread = $thread and number is null and (post.author = $viewer or $seesAll = 1) order by post.id`,
  seenPost: `${seenPost} where post.id = $id`,
  post: "select * from post where id = $id",
  postsBy: "select id from post where author = $author order by id",
  unshownPostsBy: "select id from post where author = $author and state <> 'shown' order by id",
  shownOf:
    "select post.id, source, section, title, first_post from post join thread on thread.id = post.thread where thread = $thread and number is not null and state = 'shown'",
  countShownOf: "select count(*) as count from post where thread = $thread and number is not null and state = 'shown'",
  quotesBetween:
    "select quote.post, quoted from quote join post on post.id = quote.post where thread = $thread and number between $from and $to order by quote.post, quoted",
  quotesOf: "select quoted from quote where post = $post order by quoted",
  latestPosts: `${seenPost} where post.id in (select id from post where rank is not null and state = 'shown' and (select is_public from thread where id = post.thread) = 1 order by rank desc limit $most) order by post.rank desc`,
  latestOfThread: `${seenPost} where post.thread = $thread and number is not null and post.state = 'shown' order by number desc limit $most`,
  latestOfSection: `${seenPost} where post.id in (select post.id from post where post.thread in (select id from thread where section = $section and is_public = 1 order by last desc limit $most) and post.number > (select numbers - $most from thread where id = post.thread) and post.state = 'shown' order by post.rank desc limit $most) order by post.rank desc`,
  earlierTexts: "select revision, day, source from earlier_text where post = $post order by revision",

  addThread:
    "insert into thread (section, title, opened, author, edition, document) values ($section, $title, $day, $author, $edition, $document)",
  setFirstPost: "update thread set first_post = $post where id = $id",
  setTitle: "update thread set title = $title where id = $id",
  countThread:
    "update thread set posts = $posts, numbers = $numbers, last = $last, last_day = $lastDay, is_public = $isPublic where id = $id",
  dropThread: "delete from thread where id = $id",
  lastShownOf:
    "select rank, day from post where thread = $thread and number is not null and state = 'shown' order by number desc limit 1",
  addPost:
    "insert into post (thread, author, state, day, was_held, waiting_ms, source, html) values ($thread, $author, $state, $day, $wasHeld, $waitingMs, $source, $html)",
  addQuote:
    "insert into quote (post, quoted) select $post, $number where exists (select 1 from post where thread = $thread and number = $number and state = 'shown')",
  numberPost: "update post set number = $number, rank = $rank where id = $id",
  highestRank: "select coalesce((select rank from post where rank is not null order by rank desc limit 1), 0) as rank",
  setPostState: "update post set state = $state, waiting_ms = $waitingMs where id = $id",
  setDecision: "update post set decision = $decision where id = $id",
  holdPost: "update post set was_held = 1 where id = $id",
  editPost:
    "update post set source = $source, html = $html, revision = revision + 1, edited = $day where id = $id and revision = $revision",
  keepEarlier:
    "insert into earlier_text (post, revision, day, source) select id, revision, coalesce(edited, day), source from post where id = $id",
  dropEarlier: "delete from earlier_text where post = $post",
  emptyPost:
    "update post set source = '', html = '', state = 'withdrawn', author = null, waiting_ms = null, decision = null where id = $id",
  dropPost: "delete from post where id = $id",
  leaveNameless: "update post set author = null where author = $author",
  leaveThreadsNameless: "update thread set author = null where author = $author",
  countHeldBy: "select count(*) as count from post where author = $author and state = 'held'",

  once: "select thread, post from once where author = $author and token = $token",
  addOnce: "insert into once (author, token, thread, post, day) values ($author, $token, $thread, $post, $day)",
  dropOldOnce: "delete from once where day < $day",
  addPrint: "insert into text_print (print, author, day) values ($print, $author, $day) on conflict do nothing",
  countPrints: "select count(*) as count from text_print where print = $print and day >= $since",
  dropOldPrints: "delete from text_print where day < $day",

  keepDraft:
    "insert into draft (member, place, title, source, day) values ($member, $place, $title, $source, $day) on conflict (member, place) do update set title = excluded.title, source = excluded.source, day = excluded.day",
  draft: "select title, source from draft where member = $member and place = $place",
  draftsOf: "select place, title, source, day from draft where member = $member order by day desc, place",
  dropDraft: "delete from draft where member = $member and place = $place",
  dropSurplusDrafts:
    "delete from draft where member = $member and place not in (select place from draft where member = $member order by place = $place desc, day desc, place limit $most)",

  ownPosts:
    "select post.id, thread, iif(post.id = first_post, title, null) as title, section, coalesce(number, 0) as number, state, day, edited, source from post join thread on thread.id = post.thread where post.author = $member order by post.id",
  ownEarlierTexts:
    "select earlier_text.post, earlier_text.revision, earlier_text.day, earlier_text.source from earlier_text join post on post.id = earlier_text.post where post.author = $member order by 1, 2",
  ownReports: "select post, rule, words, day from report where member = $member order by id",
  ownAppeals:
    "select appeal.post, appeal.decision, words, appeal.day from appeal join post on post.id = appeal.post where post.author = $member order by appeal.decision",
  ownMarks: "select thread, up_to as upTo from read_mark where member = $member order by thread",

  markRead:
    "insert into read_mark (member, thread, up_to) select $member, id, min($upTo, numbers) from thread where id = $thread on conflict (member, thread) do update set up_to = max(up_to, excluded.up_to)",
  unread:
    "select thread.id as thread, up_to + 1 as first from read_mark join thread on thread.id = read_mark.thread where member = $member and is_public = 1 and numbers > up_to order by last desc limit $most",
} as const;
