import fc from "fast-check";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {amount} from "../../run/amounts.ts";
import {PeopledForum, type TestMember} from "../posts/people.ts";

let place: PeopledForum;
let author: TestMember;
let moderator: TestMember;
beforeAll(() => {
  place = new PeopledForum();
  author = place.add("Ada");
  moderator = place.add("Mod", {role: "moderator"});
  const texts = {
    Archive: "The café in München opens **early**; see [the list](https://example.org/list).",
    中文部: "关于阅读报告的讨论，欢迎大家参加。",
    編集: "発行部数について話しましょう。Leserbriefe auch.",
    Third: 'An archive-box of letters, and "quoted words" in a row.',
  };
  for (const [title, source] of Object.entries(texts)) place.begin(author, title, source);
  place.later(5);
  place.forum.open(author.id, {
    section: "redaktion",
    title: "Archiv",
    source: "Das Archive der Zeitung",
    once: place.form(),
  });
});
afterAll(() => place.remove());

const titles = (words: string, options = {}): string[] =>
  place.forum.search(words, options).found.map(({title}) => title);

describe("the search finds", () => {
  for (const [words, found] of [
    ["munchen", ["Archive"]],
    ["MÜNCHEN cafe", ["Archive"]],
    ["archive", ["Archiv", "Third", "Archive"]],
    ["archive letters", ["Third"]],
    ['"quoted words"', ["Third"]],
    ['"words quoted"', []],
    ["archive-box", ["Third"]],
    ["box-archive", []],
    ["example.org/list", ["Archive"]],
    ["阅读报告", ["中文部"]],
    ["阅读", ["中文部"]],
    ["参加", ["中文部"]],
    ["读", ["中文部"]],
    ["部数 leserbriefe", ["編集"]],
    ["発行 阅读", []],
    ["中文", ["中文部"]],
    ["nothing like it", []],
    ["early**", ["Archive"]],
  ] as const) {
    test(`${found.join(", ") || "nothing"} by ${words}`, () => expect(titles(words)).toEqual(found));
  }

  test("in a section alone", () => {
    expect(titles("archive", {section: "redaktion"})).toEqual(["Archiv"]);
    expect(titles("阅读", {section: "redaktion"})).toEqual([]);
    expect(titles("阅读", {section: "general"})).toEqual(["中文部"]);
    expect(titles("archive", {section: "none"})).toEqual([]);
    // A section's mark in the index is no word of its posts.
    expect(titles(`s${Buffer.from("general").toString("hex")}`)).toEqual([]);
  });

  test("an extract near the first word, without marks", () => {
    expect(place.forum.search("early").found[0]).toMatchObject({
      ...{number: 1, section: "general", name: "Ada", day: "2026-11-05"},
      extract: "The café in München opens early; see the list (example.org/list).",
    });
  });

  test("pages of 25, the last written first", () => {
    const {thread} = place.begin(author, "Pages");
    for (let number = 1; number <= 30; number++) place.reply(author, thread, `Paginated ${number}`);
    const first = place.forum.search("paginated");
    expect([first.pages, first.found.length, first.found[0]!.number]).toEqual([2, 25, 31]);
    expect(place.forum.search("paginated", {page: 2}).found.map(({number}) => number)).toEqual([6, 5, 4, 3, 2]);
    for (const page of [0, 3, -1, 1.5, Number.NaN]) expect(place.forum.search("paginated", {page}).found).toEqual([]);
  });
});

describe("whatever is typed is looked for, and is no command", () => {
  for (const words of [
    ...[
      "",
      " ",
      '"',
      '""',
      '"""',
      "*",
      "a*",
      "^a",
      "a AND",
      "OR",
      "NOT a",
      "NEAR(a b)",
      "NEAR(",
      "text:a",
      "place:s67",
      "{text place}:a",
      "-a",
      "+a",
    ],
    ...[
      "(",
      "((((",
      "a)",
      "a OR place:b",
      "'; drop table post; --",
      "\u0000",
      "\ud800",
      "a\u0000b",
      "\u202e",
      "％",
      '阅"读',
      "阅*",
      "阅读 OR",
      "读)",
      "\\",
      "a:b:c",
    ],
    ...[
      "x".repeat(100_000),
      '"'.repeat(10_000),
      "(".repeat(10_000),
      "a ".repeat(10_000),
      "阅".repeat(10_000),
      "\u0301".repeat(300),
    ],
  ]) {
    test(JSON.stringify(words.slice(0, 30)), () => {
      expect(place.forum.search(words)).toMatchObject({found: expect.any(Array), pages: expect.any(Number)});
    });
  }

  test("by chance", () => {
    const pieces = [
      '"',
      "*",
      "(",
      ")",
      ":",
      "^",
      "-",
      "+",
      "AND",
      "OR",
      "NOT",
      "NEAR",
      "{",
      "}",
      ",",
      "'",
      ";",
      "text",
      "place",
      " ",
      "读",
      "部数",
      "é",
      "\u0301",
      "\u0000",
    ];
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({unit: "binary", maxLength: 4})), {maxLength: 20}),
        (parts) => {
          expect(place.forum.search(parts.join("")).pages).toBeLessThanOrEqual(20);
        },
      ),
      {seed: 2005, numRuns: amount({few: 200, all: 5000})},
    );
  });
});

test("nothing held, hidden or taken back is ever found, whatever was done with it before", () => {
  const newcomer = place.add("Newcomer", {isHeld: true});
  const {thread} = place.begin(author, "Zebra first");
  const all = [
    place.reply(newcomer, thread, "Zebra 斑马在这里"),
    place.reply(author, thread, "Zebra 斑马在这里 two"),
  ].map(({post}) => post);
  const foundNow = (): number[] =>
    [
      ...new Set(["zebra", "斑马", "斑马在"].flatMap((words) => place.forum.search(words).found.map(({post}) => post))),
    ].sort();
  const shownNow = (): number[] =>
    [thread]
      .flatMap((id) => place.forum.thread(id)?.posts ?? [])
      .filter(({state}) => state === "shown")
      .map(({id}) => id)
      .sort();
  const first = place.forum.thread(thread)!.posts[0]!.id;
  const steps = fc.array(fc.tuple(fc.constantFrom("show", "hide"), fc.constantFrom(first, ...all)), {maxLength: 12});
  fc.assert(
    fc.property(steps, (row) => {
      for (const [kind, post] of row) {
        const seen = place.forum.post(post, moderator)!;
        const last = place.ask("select coalesce(max(id), 0) as id from decision where post = ?", post)[0]!["id"];
        place.forum.decide(moderator, `p${post}`, {kind, rule: "spam", seen: `${seen.revision}.${last}`});
        expect(foundNow()).toEqual(shownNow());
      }
    }),
    {seed: 2005, numRuns: amount({few: 6, all: 100})},
  );
  for (const post of [...all, first]) {
    place.forum.withdraw(post === all[0] ? newcomer.id : author.id, post);
    expect(foundNow()).toEqual(shownNow());
  }
  expect(place.bytes()).not.toMatch(/zebra/i);
});
