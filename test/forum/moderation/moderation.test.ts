import {afterEach, beforeEach, describe, expect, test} from "vitest";
import {amount} from "../../run/amounts.ts";
import {PeopledForum, type TestMember} from "../posts/people.ts";

let place: PeopledForum;
let [ada, newcomer, first, second]: TestMember[] = [];
beforeEach(() => {
  place = new PeopledForum();
  [ada, newcomer] = [place.add("Ada"), place.add("Newcomer", {isHeld: true})];
  [first, second] = [place.add("Mod One", {role: "moderator"}), place.add("Mod Two", {role: "moderator"})];
});
afterEach(() => place.remove());

const forum = (): PeopledForum["forum"] => place.forum;
const secret = "Quixotic-held-words";

/** Everything that somebody can see of the forum, as text. */
function seenBy(viewer: TestMember | null, threads: readonly number[], posts: readonly number[]): string {
  return JSON.stringify([
    forum().sections(),
    forum().threads({}),
    forum().threads({section: "general"}),
    threads.map((id) => [forum().thread(id, {viewer}), forum().feed({thread: id})]),
    posts.map((id) => forum().post(id, viewer)),
    forum().feed({}),
    forum().feed({section: "general"}),
    forum().search("quixotic"),
    viewer && [
      forum().unread(viewer.id),
      forum().earlier(viewer.id === first!.id ? first! : {...viewer, role: "member"}, posts[0]!),
    ],
    forum().log.rows(),
  ]);
}

describe("the first posts of a member", () => {
  test("are seen by their author and moderators alone until one is decided about", () => {
    const opened = place.begin(newcomer!, `${secret} title`, secret);
    expect(opened.outcome).toBe("held");
    const {thread} = place.begin(ada!, "Another");
    const reply = place.reply(newcomer!, thread, `${secret} reply`);
    const all = [
      [opened.thread, thread],
      [opened.post, reply.post],
    ] as const;
    for (const viewer of [null, ada!]) expect(seenBy(viewer, ...all)).not.toMatch(/quixotic-held/i);
    for (const viewer of [newcomer!, first!]) expect(seenBy(viewer, ...all)).toMatch(/quixotic-held/i);
    expect(
      forum()
        .thread(thread, {viewer: newcomer!})!
        .posts.map(({number, state}) => [number, state]),
    ).toEqual([
      [1, "shown"],
      [0, "held"],
    ]);
    expect(forum().queue()).toMatchObject([
      {id: `p${opened.post}`, kind: "post", name: "Newcomer", title: `${secret} title`, reports: []},
      {id: `p${reply.post}`, kind: "post"},
    ]);
    expect(place.decide(first!, opened.post, "show")).toBe("decided");
    expect(place.decide(first!, reply.post, "show")).toBe("decided");
    expect(seenBy(null, ...all)).toMatch(/quixotic-held/i);
    expect(forum().queueCount()).toBe(0);
  });

  test("are three; then what a member writes is shown at once", () => {
    const {thread} = place.begin(ada!, "Three");
    for (let count = 0; count < 3; count++) {
      const {outcome, post} = place.reply(newcomer!, thread, `Post ${count}`);
      expect(outcome).toBe("held");
      place.decide(first!, post, "show");
    }
    expect(place.reply(newcomer!, thread, "The fourth").outcome).toBe("posted");
  });

  test("or one, where a moderator trusts the member; what waits beside it still does", () => {
    const {thread} = place.begin(ada!, "Trust");
    const [one, two] = [place.reply(newcomer!, thread, "One"), place.reply(newcomer!, thread, "Two")];
    place.decide(first!, one.post, "show-and-trust");
    expect(place.reply(newcomer!, thread, "Three").outcome).toBe("posted");
    expect(
      forum()
        .queue()
        .map(({post}) => post),
    ).toEqual([two.post]);
    place.decide(first!, two.post, "show");
    expect(
      forum()
        .thread(thread)!
        .posts.map(({html}) => html.replace(/<[^>]*>/g, "")),
    ).toEqual(["About Trust.", "One", "Three", "Two"]);
    // That one's own was shown is something to see.
    expect(forum().unread(newcomer!.id)).toEqual([{thread, from: 4}]);
  });

  test("wait again when they are changed, and a changed one is not shown by who looked at the one before", () => {
    const {post} = place.begin(newcomer!, "Changed", "Harmless");
    const {seen} = forum().queue()[0]!;
    forum().edit(newcomer!.id, post, {source: "Not so", seen: 1});
    expect(forum().decide(first!, `p${post}`, {kind: "show", seen})).toEqual({outcome: "changed"});
    expect(place.decide(first!, post, "show")).toBe("decided");
    expect(forum().edit(newcomer!.id, post, {source: secret, seen: 2})).toMatchObject({outcome: "held"});
    expect(forum().threads({}).threads).toEqual([]);
    expect(forum().search("harmless not so").found).toEqual([]);
  });

  test("are ten that wait at most", () => {
    const {thread} = place.begin(ada!, "Many");
    for (let count = 0; count < 10; count++) place.reply(newcomer!, thread, `Post ${count}`);
    expect(place.reply(newcomer!, thread, "The eleventh")).toEqual({
      outcome: "refused",
      field: "source",
      fault: "waiting",
    });
  });
});

describe("a decision", () => {
  test("to hide has a rule of the forum as its reason, which the author sees", () => {
    const {thread, post} = place.begin(ada!, "Hidden", secret);
    place.reply(newcomer!, thread, "Waits");
    const of = {kind: "hide", seen: "1.0"} as const;
    for (const rule of [undefined, "", "because", "__proto__"]) {
      expect(forum().decide(first!, `p${post}`, {...of, ...(rule === undefined ? {} : {rule})})).toEqual({
        outcome: "refused",
        field: "rule",
      });
    }
    expect(forum().decide(first!, `p${post}`, {...of, rule: "off-topic", words: "Not\u202e here"})).toEqual({
      outcome: "decided",
    });
    expect(seenBy(null, [thread], [post])).not.toMatch(/quixotic-held|Hidden/);
    expect(forum().thread(thread, {viewer: ada!})!.posts[0]).toMatchObject({
      state: "hidden",
      reason: "off-topic",
      decision: 1,
    });
    expect(forum().log.rows()[0]).toMatchObject({
      ...{number: 1, day: "2026-11-05", who: "moderator", act: "hidden", reason: "off-topic"},
      about: {post, decision: 1, words: "Not here"},
    });
  });

  test("leaves the place of an answer that was shown, without text and author, and takes it from the search", () => {
    const {thread} = place.begin(ada!, "Place");
    const {post} = place.reply(ada!, thread, secret);
    place.reply(ada!, thread, "After");
    expect(place.decide(first!, post, "hide")).toBe("decided");
    expect(seenBy(null, [thread], [post])).not.toMatch(/quixotic-held/i);
    expect(forum().thread(thread)!.posts[1]).toMatchObject({
      number: 2,
      state: "hidden",
      reason: "spam",
      html: "",
      author: null,
    });
    expect(forum().threads({}).threads[0]).toMatchObject({posts: 2});
    expect(place.decide(first!, post, "show")).toBe("already");
    expect(forum().decide(second!, `p${post}`, {kind: "show", seen: "1.1"})).toEqual({outcome: "decided"});
    expect(forum().thread(thread)!.posts[1]).toMatchObject({number: 2, state: "shown"});
    expect(forum().search("quixotic").found).toMatchObject([{post, number: 2}]);
    expect(forum().threads({}).threads[0]).toMatchObject({posts: 3});
  });

  test("about the first post hides the thread from lists, feeds and search, and shows all of it again", () => {
    const {thread, post} = place.begin(ada!, "Whole thread");
    place.reply(ada!, thread, "Answer of it");
    place.decide(first!, post, "hide");
    expect(forum().thread(thread)).toBeNull();
    expect(forum().sections()[0]).toMatchObject({threads: 0, posts: 0});
    expect(forum().search("answer").found).toEqual([]);
    forum().decide(first!, `p${post}`, {kind: "show", seen: "1.1"});
    expect(forum().sections()[0]).toMatchObject({threads: 1, posts: 2});
    expect(forum().search("answer").found).toHaveLength(1);
    expect(forum().search("thread").found).toHaveLength(1);
  });

  test("of two at the same time is the first's; the second is told", () => {
    const {post} = place.begin(newcomer!, "Two at once");
    const {id, seen} = forum().queue()[0]!;
    expect(forum().decide(first!, id, {kind: "show", seen})).toEqual({outcome: "decided"});
    const told = {outcome: "already", by: "moderator", kind: "show"};
    expect(forum().decide(second!, id, {kind: "hide", rule: "spam", seen})).toEqual(told);
    expect(forum().decide(second!, id, {kind: "show", seen})).toEqual(told);
    expect(forum().post(post, null)).toMatchObject({state: "shown"});
    expect(forum().log.rows()).toHaveLength(1);
  });

  test("is a moderator's, and nobody's about an own post", () => {
    const {post} = place.begin(first!, "Own");
    const decision = {kind: "hide", rule: "spam", seen: "1.0"} as const;
    expect(forum().decide(first!, `p${post}`, decision)).toEqual({outcome: "own"});
    for (const who of [ada!, {...ada!, role: "editor"} as const, {id: 999, name: "No", role: "editor"} as const]) {
      expect(forum().decide(who, `p${post}`, decision)).toEqual({outcome: "denied"});
    }
    place.ask("update person set ended = '2026-11-01' where id = ?", second!.id);
    expect(forum().decide(second!, `p${post}`, decision)).toEqual({outcome: "denied"});
    for (const item of ["", "p", "p0", "p999", "x1", "p1 or 1=1"]) {
      expect(forum().decide({id: null, name: "publisher", role: "editor"}, item, decision)).toEqual({
        outcome: "missing",
      });
    }
    expect(forum().decide({id: null, name: "publisher", role: "editor"}, `p${post}`, decision)).toEqual({
      outcome: "decided",
    });
  });
});

describe("who knocks", () => {
  test("stands in the same queue, without marks, and is let in or turned away by a rule", async () => {
    const phrase = "seven green bicycles at noon";
    for (const name of ["Knocker", "Spammer"]) {
      const knocked = await forum().members.knock({name, why: "*I* <b>read</b> you", phrase, from: ""});
      expect(knocked.outcome).toBe("knocked");
    }
    const [one, two] = forum().queue();
    expect(one).toMatchObject({
      id: "k1",
      kind: "knock",
      name: "Knocker",
      html: '<p dir="auto">*I* &lt;b&gt;read&lt;/b&gt; you</p>',
    });
    expect(forum().queueCount()).toBe(2);
    expect(forum().decide(ada!, one!.id, {kind: "show", seen: one!.seen})).toEqual({outcome: "denied"});
    expect(forum().decide(first!, one!.id, {kind: "show", seen: one!.seen})).toEqual({outcome: "decided"});
    expect(forum().decide(second!, one!.id, {kind: "show", seen: one!.seen})).toMatchObject({outcome: "already"});
    expect(forum().decide(first!, two!.id, {kind: "hide", seen: two!.seen})).toEqual({
      outcome: "refused",
      field: "rule",
    });
    expect(forum().decide(first!, two!.id, {kind: "hide", rule: "spam", seen: two!.seen})).toEqual({
      outcome: "decided",
    });
    expect(forum().queue()).toEqual([]);
    expect(
      forum()
        .log.rows()
        .map(({act, reason}) => `${act} ${reason}`),
    ).toEqual(["turned-away spam", "let-in null"]);
  });
});

describe("reports and appeals", () => {
  test("a report is made once, of what is shown, by a rule, and ends with a decision", () => {
    const {post} = place.begin(ada!, "Reported");
    const report = {rule: "personal-attack", words: "Look\u0000 here"};
    expect(forum().report(newcomer!.id, post, report)).toEqual({outcome: "reported"});
    expect(forum().report(newcomer!.id, post, report)).toEqual({outcome: "again"});
    expect(forum().report(ada!.id, post, report)).toEqual({outcome: "missing"});
    expect(forum().report(newcomer!.id, 99, report)).toEqual({outcome: "missing"});
    expect(forum().report(newcomer!.id, post, {...report, rule: "none"})).toEqual({outcome: "refused"});
    expect(forum().queue()).toMatchObject([{kind: "report", reports: [{rule: "personal-attack", words: "Look here"}]}]);
    expect(place.decide(first!, post, "show")).toBe("decided");
    expect(forum().queue()).toEqual([]);
    expect(forum().post(post, null)).toMatchObject({state: "shown"});
  });

  test("an appeal is made once, by the author, is a row of the log, and what comes of it stands", () => {
    const {thread, post} = place.begin(ada!, "Appeal");
    place.decide(first!, post, "hide");
    expect(forum().appeal(newcomer!.id, 1, "Why?")).toEqual({outcome: "missing"});
    expect(forum().appeal(ada!.id, 1, "Why?")).toEqual({outcome: "appealed"});
    expect(forum().appeal(ada!.id, 1, "Why?")).toEqual({outcome: "again"});
    expect(forum().queue()).toMatchObject([{kind: "appeal", appeal: "Why?", seen: "1.1"}]);
    expect(place.decide(second!, post, "hide", "off-topic")).toBe("decided");
    expect(forum().thread(thread, {viewer: ada!})!.posts[0]).toMatchObject({reason: "off-topic", decision: 2});
    expect(forum().appeal(ada!.id, 2, "Again?")).toEqual({outcome: "again"});
    expect(
      forum()
        .log.rows()
        .map(({who, act, reason}) => `${who} ${act} ${reason}`),
    ).toEqual(["moderator hidden off-topic", " appealed null", "moderator hidden spam"]);
  });
});

describe("a flood", () => {
  const text = "Buy our excellent watches at https://watches.example today!";

  test("of one text by three members is held, and shuts joining, once", () => {
    const [ben, cleo] = [place.add("Ben"), place.add("Cleo")];
    const {thread} = place.begin(ada!, "Flood");
    expect(place.reply(ada!, thread, text).outcome).toBe("posted");
    expect(place.reply(ada!, thread, `${text} `).outcome).toBe("posted");
    expect(place.reply(ben, thread, text.toUpperCase()).outcome).toBe("posted");
    expect(forum().state()).toEqual({kind: "open"});
    expect(place.reply(cleo, thread, `**${text}**`).outcome).toBe("held");
    expect(forum().state()).toEqual({kind: "joining-shut", why: "flood"});
    expect(place.reply(ben, thread, text).outcome).toBe("held");
    expect(
      forum()
        .log.rows()
        .map(({act}) => act),
    ).toEqual(["joining-shut"]);
  });

  test("is no thanks, and none a week apart; the hashes of texts are kept for two days", () => {
    const people = ["Ben", "Cleo", "Dan"].map((name) => place.add(name));
    const {thread} = place.begin(ada!, "No flood");
    for (const person of people) {
      expect(place.reply(person, thread, "Thank you!").outcome).toBe("posted");
      expect(place.reply(person, thread, text).outcome).toBe("posted");
      place.days(3);
    }
    expect(place.ask("select count(*) as count from text_print")).toEqual([{count: 1}]);
  });
});

describe("the moderation log", () => {
  test("holds each row by the one before: a row that is changed, or left out, is found", () => {
    const {post} = place.begin(ada!, "Log");
    const rows = amount({few: 12, all: 200});
    for (let decided = 0; decided < rows; decided++) {
      const of = {kind: decided % 2 === 0 ? "hide" : "show", rule: "spam", seen: `1.${decided}`} as const;
      expect(forum().decide(first!, `p${post}`, of)).toEqual({outcome: "decided"});
    }
    const head = forum().log.head();
    expect(forum().log.verify()).toEqual({found: "whole", rows, head});
    const row = 1 + (2005 % (rows - 1));
    const [{about} = {about: ""}] = place.ask("select about from log where number = ?", row);
    place.ask("update log set about = replace(about, 'spam', 'mild') where number = ?", row);
    const isChanged = String(about).includes("spam");
    expect(forum().log.verify()).toEqual(isChanged ? {found: "changed", number: row} : {found: "whole", rows, head});
    place.ask("update log set who = 'editor' where number = ?", row);
    expect(forum().log.verify()).toEqual({found: "changed", number: row});
    expect(forum().log.rows({most: 2, before: row + 1})).toHaveLength(Math.min(2, row));
    place.ask("delete from log where number = ?", row);
    expect(forum().log.verify()).toEqual({found: "missing", number: row});
  });

  test("names who decided as the forum sets it", () => {
    place.settings = {...place.settings, names: "pseudonym"};
    place.again();
    const {post} = place.begin(ada!, "Names");
    place.decide(first!, post, "hide");
    expect(forum().log.rows()[0]).toMatchObject({who: "Mod One"});
  });
});

describe("the figures of a month", () => {
  test("are of what was written and decided in it", () => {
    place.clock = Date.UTC(2026, 9, 31, 12);
    const {thread} = place.begin(ada!, "October");
    place.clock = Date.UTC(2026, 10, 1, 12);
    const waiting = [10, 20, 60].map((minutes) => {
      place.clock = Date.UTC(2026, 10, 2, 12);
      const {post} = place.reply(newcomer!, thread, `Waits ${minutes}`);
      return {post, minutes};
    });
    for (const {post, minutes} of waiting) {
      place.clock = Date.UTC(2026, 10, 2, 12, minutes + 1);
      expect(place.decide(first!, post, minutes === 60 ? "hide" : "show")).toBe("decided");
    }
    const shown = place.reply(ada!, thread, "Shown in November");
    place.decide(first!, shown.post, "hide", "off-topic");
    place.clock = Date.UTC(2026, 11, 1);
    place.begin(ada!, "December");
    expect(forum().figures("2026-11")).toEqual({
      ...{members: 4, posts: 2, threads: 0, held: 3, decisions: 3, medianMinutes: 20},
      hidden: [
        {rule: "off-topic", posts: 1},
        {rule: "spam", posts: 1},
      ],
    });
    expect(forum().figures("2026-12")).toMatchObject({posts: 1, threads: 1, held: 0, medianMinutes: null, hidden: []});
    expect(forum().figures("2026-09")).toMatchObject({members: 0, posts: 0});
  });
});
