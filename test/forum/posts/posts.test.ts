import {afterEach, beforeEach, describe, expect, test} from "vitest";
import {PeopledForum, type TestMember} from "./people.ts";

let place: PeopledForum;
let [ada, ben, moderator]: TestMember[] = [];
beforeEach(() => {
  place = new PeopledForum();
  [ada, ben] = [place.add("Ada"), place.add("Ben")];
  moderator = place.add("Mod", {role: "moderator"});
});
afterEach(() => place.remove());

const forum = (): PeopledForum["forum"] => place.forum;
const texts = (thread: number, viewer: TestMember | null = null): string[] =>
  forum()
    .thread(thread, {viewer})!
    .posts.map(({number, html}) => `${number} ${html.replace(/<[^>]*>/g, "")}`);

describe("threads and posts", () => {
  test("are numbered, counted and listed, the one answered last first", () => {
    const one = place.begin(ada!, "One");
    const two = place.begin(ben!, "Two");
    expect(place.reply(ben!, one.thread, "Answer").outcome).toBe("posted");
    expect(texts(one.thread)).toEqual(["1 About One.", "2 Answer"]);
    expect(forum().threads({section: "general"})).toEqual({
      threads: [
        {
          id: one.thread,
          section: "general",
          title: "One",
          posts: 2,
          opened: "2026-11-05",
          lastDay: "2026-11-05",
          by: "Ada",
        },
        {
          id: two.thread,
          section: "general",
          title: "Two",
          posts: 1,
          opened: "2026-11-05",
          lastDay: "2026-11-05",
          by: "Ben",
        },
      ],
      pages: 1,
    });
    expect(forum().sections()).toEqual([
      {id: "general", name: "General", language: "en", threads: 2, posts: 3, lastDay: "2026-11-05"},
      {id: "redaktion", name: "Redaktion", language: "de", threads: 0, posts: 0, lastDay: null},
    ]);
  });

  test("stand 25 on a page", () => {
    const {thread} = place.begin(ada!, "Long");
    for (let number = 2; number <= 51; number++) place.reply(number % 2 ? ada! : ben!, thread, `Answer ${number}`);
    expect(texts(thread)).toHaveLength(25);
    expect(
      forum()
        .thread(thread, {page: 3})!
        .posts.map(({number}) => number),
    ).toEqual([51]);
    for (const page of [0, 4, 1.5, Number.NaN]) expect(forum().thread(thread, {page})).toBeNull();
    expect(forum().post(forum().thread(thread, {page: 2})!.posts[0]!.id, null)).toMatchObject({page: 2, number: 26});
  });

  test("quote by number what is shown, each once", () => {
    const {thread} = place.begin(ada!, "Quotes");
    place.reply(ben!, thread, "Two");
    place.reply(ada!, thread, "Three", [2, 1, 2, 7, -1, 0.5]);
    expect(
      forum()
        .thread(thread)!
        .posts.map(({quotes}) => quotes),
    ).toEqual([[], [], [1, 2]]);
  });

  test("show a day, never a time, in all that is kept for good", () => {
    const {thread, post} = place.begin(ada!, "Days");
    expect(forum().thread(thread)!.posts[0]).toMatchObject({day: "2026-11-05", edited: null});
    expect(place.ask("select waiting_ms, day from post where id = ?", post)).toEqual([
      {waiting_ms: null, day: "2026-11-05"},
    ]);
  });

  for (const [what, form, want] of [
    ["no text", {source: " \u200b\n"}, {field: "source", fault: "empty"}],
    ["8,001 characters", {source: "ä".repeat(8001)}, {field: "source", fault: "too-long"}],
    ["ten megabytes", {source: "x".repeat(10_000_000)}, {field: "source", fault: "too-long"}],
    ["no title", {title: "\u202e \u0000"}, {field: "title", fault: "empty"}],
    ["a title of 121 characters", {title: "𝒳".repeat(121)}, {field: "title", fault: "too-long"}],
    ["a section that there is not", {section: "__proto__"}, {field: "section", fault: "unknown"}],
    ["no form", {once: ""}, {field: "once", fault: "empty"}],
  ] as const) {
    test(`are refused with ${what}`, () => {
      const whole = {section: "general", title: "Title", source: "Text", once: place.form(), ...form};
      expect(forum().open(ada!.id, whole)).toEqual({outcome: "refused", ...want});
    });
  }

  test("of 8,000 characters and a title of 120 are taken", () => {
    const form = {section: "general", title: "𝒳".repeat(120), source: "𝒳".repeat(8000), once: place.form()};
    expect(forum().open(ada!.id, form)).toMatchObject({outcome: "posted"});
  });

  test("a form posts once, however often it is sent", () => {
    const form = {section: "general", title: "Once", source: "Text", once: place.form()};
    const first = forum().open(ada!.id, form);
    expect(first).toMatchObject({outcome: "posted"});
    for (let click = 0; click < 20; click++) expect(forum().open(ada!.id, form)).toEqual({...first, outcome: "again"});
    expect(forum().threads({})).toMatchObject({threads: [{title: "Once"}]});
    expect(forum().open(ben!.id, form)).toMatchObject({outcome: "posted"});
  });

  test("come one after the other: six at once, and one every twenty seconds", () => {
    const {thread} = place.begin(ada!, "Quick");
    place.later(10);
    const reply = (): unknown => forum().reply(ada!.id, thread, {source: "Again and again", once: place.form()});
    for (let count = 0; count < 6; count++) expect(reply()).toMatchObject({outcome: "posted"});
    expect(reply()).toEqual({outcome: "wait", seconds: 20});
    place.clock += 20_000;
    expect(reply()).toMatchObject({outcome: "posted"});
    expect(place.reply(ben!, thread, "Nobody waits for another").outcome).toBe("posted");
  });

  test("who is no member, or not any more, writes nothing", () => {
    const {thread} = place.begin(ada!, "Gone");
    place.ask("update person set ended = '2026-11-01' where id = ?", ben!.id);
    for (const id of [ben!.id, 999]) {
      expect(forum().reply(id, thread, {source: "Text", once: place.form()})).toEqual({outcome: "missing"});
    }
  });
});

describe("a changed post", () => {
  test("keeps its earlier text for moderators alone", () => {
    const {thread, post} = place.begin(ada!, "Edits", "First *text*");
    place.days(1);
    expect(forum().edit(ada!.id, post, {source: "Second text", seen: 1})).toEqual({outcome: "posted", thread, post});
    expect(forum().thread(thread)!.posts[0]).toMatchObject({
      ...{html: '<p dir="auto">Second text</p>', edited: "2026-11-06", revision: 2, number: 1},
    });
    expect(forum().earlier(moderator!, post)).toEqual([{revision: 1, day: "2026-11-05", source: "First *text*"}]);
    for (const viewer of [null, ada!, ben!]) expect(forum().earlier(viewer, post)).toEqual([]);
    expect(forum().search("first").found).toEqual([]);
    expect(forum().search("second").found).toHaveLength(1);
  });

  test("that was changed meanwhile is not overwritten, and both texts are there", () => {
    const {thread, post} = place.begin(ada!, "Stale", "One");
    forum().edit(ada!.id, post, {source: "Two", seen: 1});
    expect(forum().edit(ada!.id, post, {source: "Three", seen: 1})).toEqual({
      outcome: "stale",
      source: "Two",
      revision: 2,
    });
    expect(forum().edit(ada!.id, post, {source: "Two", seen: 1})).toEqual({outcome: "again", thread, post});
    expect(texts(thread)).toEqual(["1 Two"]);
  });

  test("is one's own, and none that was hidden", () => {
    const {post} = place.begin(ada!, "Own");
    expect(forum().edit(ben!.id, post, {source: "Mine", seen: 1})).toEqual({outcome: "missing"});
    expect(forum().edit(moderator!.id, post, {source: "Mine", seen: 1})).toEqual({outcome: "missing"});
    place.decide(moderator!, post, "hide");
    expect(forum().edit(ada!.id, post, {source: "Again", seen: 1})).toEqual({outcome: "missing"});
  });
});

describe("what is taken back", () => {
  const secret = "Xylophone-secret-9137";

  test("leaves its place, and nothing of its text in the file", () => {
    const {thread} = place.begin(ada!, "Taken back");
    const {post} = place.reply(ben!, thread, secret);
    forum().edit(ben!.id, post, {source: `${secret}, again`, seen: 1});
    place.reply(ada!, thread, "After");
    expect(forum().withdraw(ada!.id, post)).toBe("missing");
    expect(forum().withdraw(ben!.id, post)).toBe("withdrawn");
    expect(texts(thread)).toEqual(["1 About Taken back.", "2 ", "3 After"]);
    expect(forum().thread(thread)!.posts[1]).toMatchObject({state: "withdrawn", author: null});
    expect(forum().threads({}).threads[0]).toMatchObject({posts: 2});
    expect(place.bytes()).not.toMatch(/xylophone/i);
  });

  test("of a thread that others answered takes the title along, and leaves the answers", () => {
    const one = place.begin(ada!, "Shared title");
    place.reply(ben!, one.thread, "Answer stays");
    const two = place.begin(ada!, "Lonely title");
    for (const {post} of [one, two]) forum().withdraw(ada!.id, post);
    expect(
      forum()
        .threads({})
        .threads.map(({id, title, by}) => ({id, title, by})),
    ).toEqual([{id: one.thread, title: "", by: "Ada"}]);
    expect(forum().search("title").found).toEqual([]);
    expect(forum().search("stays").found).toHaveLength(1);
    expect(place.bytes()).not.toMatch(/(shared|lonely) title/i);
  });
});

describe("drafts and marks", () => {
  test("a draft is kept for its member until it is posted", () => {
    const {thread} = place.begin(ada!, "Drafts");
    const at = `t/${thread}`;
    forum().drafts.keep(ada!.id, at, {source: "Half a"});
    forum().drafts.keep(ada!.id, at, {source: "Half an answer"});
    expect(forum().drafts.take(ada!.id, at)).toEqual({title: "", source: "Half an answer"});
    expect(forum().drafts.take(ben!.id, at)).toBeNull();
    place.again();
    place.reply(ada!, thread, "Half an answer");
    expect(forum().drafts.list(ada!.id)).toEqual([]);
  });

  test("of drafts there are twenty, the newest", () => {
    for (let number = 1; number <= 30; number++) {
      place.days(1);
      forum().drafts.keep(ada!.id, `t/${number}`, {source: `Draft ${number}`});
    }
    expect(
      forum()
        .drafts.list(ada!.id)
        .map((draft) => draft.place),
    ).toEqual(Array.from({length: 20}, (_, back) => `t/${30 - back}`));
    for (const at of ["", "x/1", "t/x", `s/${"a".repeat(200)}`]) {
      expect(forum().drafts.keep(ada!.id, at, {source: "Text"})).toBe("refused");
    }
  });

  test("unread is what came after what was read, and never less", () => {
    const {thread} = place.begin(ada!, "Marks");
    place.reply(ben!, thread, "Two");
    expect(forum().unread(ada!.id)).toEqual([{thread, from: 2}]);
    expect(forum().unread(ben!.id)).toEqual([]);
    place.reply(ben!, thread, "Three");
    forum().markRead(ada!.id, thread, 2);
    forum().markRead(ada!.id, thread, 1);
    expect(forum().unread(ada!.id)).toEqual([{thread, from: 3}]);
    forum().markRead(ada!.id, thread, 1e9);
    place.reply(ben!, thread, "Four");
    expect(forum().unread(ada!.id)).toEqual([{thread, from: 4}]);
  });
});

describe("feeds", () => {
  test("tell what was shown last, of all, of a section and of a thread", () => {
    const one = place.begin(ada!, "One");
    place.later(1);
    const two = forum().open(ben!.id, {section: "redaktion", title: "Zwei", source: "Text", once: place.form()});
    place.reply(ben!, one.thread, "Answer");
    const told = (of: {section?: string; thread?: number}): unknown =>
      forum()
        .feed(of)
        ?.entries.map(({title, number, name}) => `${title} ${number} ${name}`);
    expect(told({})).toEqual(["One 2 Ben", "Zwei 1 Ben", "One 1 Ada"]);
    expect(told({section: "redaktion"})).toEqual(["Zwei 1 Ben"]);
    expect(told({thread: one.thread})).toEqual(["One 2 Ben", "One 1 Ada"]);
    expect(forum().feed({section: "redaktion"})).toMatchObject({title: "Redaktion", updated: "2026-11-05"});
    expect(two).toMatchObject({outcome: "posted"});
    for (const which of [{section: "none"}, {thread: 99}]) expect(forum().feed(which)).toBeNull();
  });
});

describe("a thread about an edition or a document", () => {
  test("is opened once, by an editor, and found by what it is about", () => {
    const editor = place.add("Editor", {role: "editor"});
    const form = {section: "general", title: "Second half of 2005", source: "What do you say?"};
    const about = {edition: "2005-H2"};
    expect(forum().openTopic(moderator!.id, about, form)).toEqual({outcome: "denied"});
    const opened = forum().openTopic(editor.id, about, form);
    expect(opened).toMatchObject({outcome: "posted"});
    expect(forum().openTopic(editor.id, about, form)).toEqual({...opened, outcome: "again"});
    const {thread} = opened as {thread: number};
    expect(forum().topicOf(about)).toBe(thread);
    expect(forum().topicOf({document: "2005-H2"})).toBeNull();
    expect(forum().thread(thread)).toMatchObject({topic: about});
  });
});

describe("a closed forum", () => {
  test("is read, and nothing is written in it, by nobody; what was written can be taken back", () => {
    const {thread, post} = place.begin(ada!, "Closing");
    const editor = place.add("Editor", {role: "editor"});
    expect(forum().state()).toEqual({kind: "open"});
    expect(forum().close(editor, "We close.\u202e")).toBe("closed");
    expect(forum().close(editor, "Twice")).toBe("already");
    expect(forum().state()).toEqual({kind: "closed", notice: "We close.", since: "2026-11-05"});
    const once = place.form();
    const closed = {outcome: "closed"};
    for (const {id} of [ada!, moderator!, editor]) {
      expect(forum().open(id, {section: "general", title: "T", source: "S", once})).toEqual(closed);
      expect(forum().reply(id, thread, {source: "S", once})).toEqual(closed);
      expect(forum().edit(id, post, {source: "S", seen: 1})).toEqual(closed);
      expect(forum().report(id, post, {rule: "spam", words: ""})).toEqual(closed);
      expect(forum().appeal(id, 1, "")).toEqual(closed);
      expect(forum().drafts.keep(id, "t/1", {source: "S"})).toBe("closed");
    }
    expect(forum().decide(moderator!, `p${post}`, {kind: "hide", rule: "spam", seen: "1.0"})).toEqual(closed);
    expect(forum().thread(thread)).toMatchObject({isClosed: true, posts: [{number: 1}]});
    expect(forum().withdraw(ada!.id, post)).toBe("withdrawn");
    expect(forum().reopen(editor)).toBe("reopened");
    expect(place.begin(ada!, "Open again").outcome).toBe("posted");
    expect(
      forum()
        .log.rows()
        .map(({who, act}) => `${who} ${act}`),
    ).toEqual(["editor reopened", "editor closed"]);
  });
});
