import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import fc from "fast-check";
import {afterAll, describe, expect, test} from "vitest";
import {UserError} from "../../src/base/error.ts";
import {readAliases, readTitles} from "../../src/methodology/site/aliases-and-titles.ts";
import {askedIn, documentOf, usualNaming} from "../../src/methodology/site/path.ts";
import {blocksOf, readPages} from "../docs/markdown.ts";
import {hostileText} from "../render/hostile.ts";
import {longTest} from "../run/amounts.ts";

const folder = mkdtempSync(join(tmpdir(), "broadsheet-documents-"));
afterAll(() => rmSync(folder, {recursive: true, force: true}));
const path = join(folder, "documents.csv");

function aliasesOf(rows: string): (document: string) => string {
  writeFileSync(path, `path,now\n${rows}`);
  const now = readAliases(path);
  return (text) => now(documentOf(askedIn(text, usualNaming), usualNaming));
}

function titlesOf(text: string): ReturnType<typeof readTitles> {
  writeFileSync(path, text);
  return readTitles(path);
}

/** What the table is refused with. */
function faultOf(read: () => unknown): UserError {
  try {
    read();
  } catch (fault) {
    if (fault instanceof UserError) return fault;
    throw fault;
  }
  throw new Error("it was not refused");
}

describe("a document that has moved counts where it is now", () => {
  for (const [what, rows, document, want] of [
    ["no rows", "", "/a", "/a"],
    ["one move", "/a,/b\n", "/a", "/b"],
    ["another document", "/a,/b\n", "/c", "/c"],
    ["where it is now", "/a,/b\n", "/b", "/b"],
    ["a chain", "/b,/c\n/c,/d\n/a,/b\n", "/a", "/d"],
    ["the middle of a chain", "/b,/c\n/c,/d\n/a,/b\n", "/c", "/d"],
    ["two that have become one", "/a,/c\n/b,/c\n", "/b", "/c"],
    ["an index", "/old/index.html,/new/index.html\n", "/old/", "/new/"],
    ["an index, asked for as such", "/old/,/new/\n", "/old/index.html", "/new/"],
    ["slashes that follow each other", "/old//a,//new/a\n", "/old/a", "/new/a"],
    ["a chain over two ways to write", "/a,/b/index.html\n/b/,/c\n", "/a", "/c"],
    ["the same move twice", "/a,/b\n/a,//b\n", "/a", "/b"],
    ["a folder, which is one document", "/old/,/new/\n", "/old/a.html", "/old/a.html"],
    ["another case", "/a,/b\n", "/A", "/A"],
    ["a name of the language's own", "/a,/b\n", "__proto__", "__proto__"],
  ] as const) {
    test(`${what}: ${document} is ${want}`, () => expect(aliasesOf(rows)(document)).toBe(want));
  }

  longTest("over a chain of 100,000 moves, in whatever order they stand", () => {
    const rows = Array.from({length: 100_000}, (_, step) => `/${step},/${step + 1}\n`);
    expect(aliasesOf(rows.join(""))("/0")).toBe("/100000");
    expect(aliasesOf(rows.toReversed().join(""))("/0")).toBe("/100000");
  });
});

for (const [what, rows, place, message, help] of [
  [
    "a circle of two",
    "/x,/y\n/a,/b\n/b,/a\n",
    '3, column "now"',
    "the documents lead in a circle: /a → /b → /a",
    "delete the line of the document that is there now",
  ],
  [
    "a circle that a chain leads into, from its first line",
    "/x,/c\n/b,/c\n/c,/a\n/a,/b\n",
    '3, column "now"',
    "the documents lead in a circle: /b → /c → /a → /b",
    "delete the line of the document that is there now",
  ],
  [
    "a document that leads to itself",
    "/a/index.html,/a/\n",
    '2, column "now"',
    "the documents lead in a circle: /a/ → /a/",
    "delete the line",
  ],
  [
    "two circles",
    "/a,/b\n/b,/a\n/c,/c\n",
    '2, column "now"',
    "the documents lead in a circle: /a → /b → /a; 1 more fault in line 4",
    "delete the line of the document that is there now",
  ],
  [
    "a long circle, of which ten are named",
    Array.from({length: 50}, (_, step) => `/${step},/${(step + 1) % 50}\n`).join(""),
    '2, column "now"',
    "the documents lead in a circle: /0 → /1 → /2 → /3 → /4 → /5 → /6 → /7 → /8 → /9 → … → /0",
    "delete the line of the document that is there now",
  ],
  [
    "a document that is in two places",
    "/a,/b\n\n/a,/c\n",
    '4, column "path"',
    '"/a" leads to "/c" here and to "/b" in line 2',
    "delete one of the two lines",
  ],
  [
    "an address",
    "/a,https://example.org/a\n",
    '2, column "now"',
    '"https://example.org/a" is not a path',
    "write it from its first slash, like /zhongwen/news.html",
  ],
  [
    "a place that is nowhere",
    "/a,\n",
    '2, column "now"',
    '"" is not a path',
    "write it from its first slash, like /zhongwen/news.html",
  ],
  ["a fragment", "/a#b,/c\n", '2, column "path"', '"/a#b" has a fragment, and no document has one', "write /a"],
  [
    "a parameter that makes no document",
    "/?p=12,/c\n",
    '2, column "path"',
    '"/?p=12" has the parameter p, and that makes no document',
    "write /, or add p to documents.query in broadsheet.yaml",
  ],
] as const) {
  test(`aliases: ${what} is refused`, () => {
    const fault = faultOf(() => aliasesOf(rows));
    expect(fault).toMatchObject({code: "ALIASES_REFUSED", message, help, where: `${path}:${place}`});
  });
}

describe("whatever the moves are", () => {
  const place = fc.integer({min: 0, max: 12}).map((number) => `/${number}`);
  const moves = fc.uniqueArray(fc.tuple(place, place), {maxLength: 12, selector: ([from]) => from});
  const rowsOf = (all: readonly (readonly string[])[]): string => all.map((row) => `${row.join(",")}\n`).join("");

  test("there is a circle exactly where following one by one does not end, and else what it ends at", () => {
    fc.assert(
      fc.property(moves, (all) => {
        const now = new Map(all);
        const follow = (start: string): string | null => {
          let at = start;
          for (let step = 0; step <= all.length; step++) at = now.get(at) ?? at;
          return now.has(at) ? null : at;
        };
        const want = Array.from({length: 13}, (_, number) => follow(`/${number}`));
        if (want.includes(null)) {
          expect(faultOf(() => aliasesOf(rowsOf(all))).message).toContain(" → ");
          return;
        }
        const resolve = aliasesOf(rowsOf(all));
        expect(want.map((_, number) => resolve(`/${number}`))).toEqual(want);
      }),
    );
  });

  test("asking again where a document is now changes nothing", () => {
    const downwards = moves.map((all) => all.filter(([from, to]) => Number(from!.slice(1)) > Number(to!.slice(1))));
    fc.assert(
      fc.property(downwards, fc.array(fc.oneof(place, hostileText)), (all, documents) => {
        const resolve = aliasesOf(rowsOf(all));
        for (const document of documents) expect(resolve(resolve(document))).toBe(resolve(document));
      }),
    );
  });
});

describe("titles", () => {
  for (const [what, text, want] of [
    ["nothing", "", []],
    ["a title", "path,title,group\n/a.html,On paper,essays\n", [["/a.html", {title: "On paper", group: "essays"}]]],
    ["no group", "path,title,group\n/a.html,On paper,\n", [["/a.html", {title: "On paper", group: null}]]],
    ["no column of groups", "path,title\n/a.html,On paper\n", [["/a.html", {title: "On paper", group: null}]]],
    [
      "an index, and the order of the table",
      "path,title\n/z//index.html,Z\n/a,A\n",
      [
        ["/z/", {title: "Z", group: null}],
        ["/a", {title: "A", group: null}],
      ],
    ],
    [
      "markup and control characters, as text",
      'path,title,group\n/a," <b>""x""</b> &amp;\x1b[31m\u202e\n=cmd ","<i>\x00g</i>"\n',
      [["/a", {title: '<b>"x"</b> &amp;\x1b[31m\u202e\n=cmd', group: "<i>\x00g</i>"}]],
    ],
    ["the same row twice", "path,title\n/a,A\n/a,A\n", [["/a", {title: "A", group: null}]]],
  ] as const) {
    test(`${what} is read`, () => expect([...titlesOf(text)]).toEqual(want));
  }

  for (const [what, rows, place, message, help] of [
    ["no title", "/a,,g\n", '2, column "title"', "the cell is empty", "write the title, or delete the line"],
    [
      "two titles of a document",
      "/a/,A,\n/a/index.html,B,\n",
      '3, column "path"',
      '"/a/" is there already, in line 2',
      "delete one of the two lines",
    ],
    [
      "two groups of a document",
      "/a,A,g\n/a,A,h\n",
      '3, column "path"',
      '"/a" is there already, in line 2',
      "delete one of the two lines",
    ],
    [
      "a document that is none",
      "a.html,A,\n",
      '2, column "path"',
      '"a.html" is not a path',
      "write it from its first slash, like /zhongwen/news.html",
    ],
  ] as const) {
    test(`${what} is refused`, () => {
      const fault = faultOf(() => titlesOf(`path,title,group\n${rows}`));
      expect(fault).toMatchObject({code: "TITLES_REFUSED", message, help, where: `${path}:${place}`});
    });
  }
});

for (const [read, code, message, help] of [
  [readAliases, "ALIASES_REFUSED", "there is no such table of aliases", "check aliases in broadsheet.yaml"],
  [readTitles, "TITLES_REFUSED", "there is no such table of titles", "check titles in broadsheet.yaml"],
] as const) {
  test(`${message.replace("there is no such", "a")} that is missing is refused`, () => {
    const none = join(folder, "none.csv");
    expect(faultOf(() => read(none))).toMatchObject({code, message, help, where: none});
  });
}

test("the tables that docs/departments.md shows can be read", () => {
  const blocks = blocksOf(readPages()["docs/departments.md"] ?? "", "csv");
  const [aliases] = blocks.filter((block) => block.startsWith("path,now"));
  const [titles] = blocks.filter((block) => block.startsWith("path,title"));
  writeFileSync(path, aliases ?? "");
  expect(readAliases(path)("/zhongwen/2003/news.html")).toBe("/zhongwen/news.html");
  expect(titlesOf(titles ?? "").get("/zhongwen/news.html")).toEqual({title: "News in Chinese", group: "News"});
});
