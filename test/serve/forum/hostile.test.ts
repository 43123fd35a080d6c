import fc from "fast-check";
import {afterAll, beforeAll, expect, test} from "vitest";
import {forumRoutes} from "../../../src/serve/forum/routes.ts";
import type {TestMember} from "../../forum/forum-folder.ts";
import {amount} from "../../run/amounts.ts";
import {forumPathOf} from "./every-forum-row.ts";
import {type Fields, ForumWeb} from "./forum-web.ts";

/** What strangers would try: markup, marks, ways out of the site, signs that turn and hide, names of objects, numbers that are none. */
const tried = [
  ...[
    "",
    " ",
    "..",
    "//evil.example",
    "/\\evil.example",
    "https://evil.example",
    "javascript:alert(1)",
    "/%2f%2fevil.example",
  ],
  ...[
    "<img src=x onerror=alert(1)>",
    '"><script>alert(1)</script>',
    "'--",
    "' or 1=1",
    "{{7*7}}",
    "</textarea><b>",
    "]]>",
  ],
  ...[
    "[x](javascript:alert(1))",
    "[x](data:text/html,<b>)",
    "![x](https://evil.example/x.png)",
    "> ".repeat(300),
    "*".repeat(400),
  ],
  ...[
    "\u202eevil",
    "\u2066a",
    "\0",
    "\r\nX-Own: 1",
    "\x1b[2J",
    "\ud800",
    "\ufeff",
    "a\u200db",
    "Z\u0351\u0352\u0353algo",
  ],
  ...[
    "__proto__",
    "constructor",
    "toString",
    "NaN",
    "-1",
    "0",
    "1e309",
    "99999999999999999999",
    "0x10",
    "\u0661",
    "p1",
    "k1",
  ],
  ...["spam", "general", "near(a b)", '"', "a*", "and or not", "title:x", "a".repeat(3000)],
] as const;

const text = fc.oneof(
  {weight: 5, arbitrary: fc.constantFrom(...tried)},
  {weight: 2, arbitrary: fc.string({unit: "binary", maxLength: 40})},
);

/** Of each field of a row that it is to have, something that was tried, or, where it is one of a few, perhaps one of these. */
function valuesOf(shape: Readonly<Record<string, unknown>>): fc.Arbitrary<Fields> {
  const known = Object.entries(shape).map(([name, type]) => {
    const {options, unwrap} = type as {readonly options?: readonly unknown[]; readonly unwrap?: () => unknown};
    const inner =
      unwrap === undefined ? options : (unwrap.call(type) as {readonly options?: readonly unknown[]}).options;
    const few = (inner ?? []).filter((one): one is string => typeof one === "string");
    const right = name === "once" ? ["0".repeat(32), "1".repeat(32)] : few;
    const value = right.length === 0 ? text : fc.oneof(fc.constantFrom(...right), text);
    return fc.option(value, {freq: 12}).map((one): [string, string][] => (one === null ? [] : [[name, one]]));
  });
  return fc.tuple(...known).map((all) => Object.fromEntries(all.flat()));
}

const attempt = fc.constantFrom(...forumRoutes.filter(({id}) => id !== "person-end")).chain((row) => {
  const path = fc.oneof(
    {weight: 4, arbitrary: fc.constant(forumPathOf(row))},
    {
      weight: 1,
      arbitrary: text.map((value) => row.path.replaceAll(/:\w+/g, () => encodeURIComponent(value.toWellFormed()))),
    },
  );
  return fc.record({row: fc.constant(row), path, query: valuesOf(row.query.shape), fields: valuesOf(row.form.shape)});
});

/** What a page has that none of the forum has, whatever stands in it. */
const added =
  /<img|<script(?! type="module" src="\/forum\/assets\/)|<iframe|<b>|(?:action|src)="(?!\/(?!\/))[^"]|href="(?!\/(?!\/)|#|data:,|https?:\/\/)[^"]|[\u202e\u2066]/i;
/** An element that would run or style something, values of attributes left out. */
const listening = /<[^>]* (?:on\w+|style)=/i;

let web: ForumWeb;
let nora: TestMember;
beforeAll(async () => {
  web = new ForumWeb();
  const ann = web.add("Ann");
  const {thread} = web.begin(ann, "First");
  web.reply(ann, thread, "Second");
  nora = await web.joined("Nora", "editor");
});
afterAll(() => web.remove());

test("whatever is sent to any row, there is no bug, nothing of the sender's in a page, and no way to another site", async () => {
  await fc.assert(
    fc.asyncProperty(attempt, fc.boolean(), async ({row, path, query, fields}, isEditor) => {
      // Long after, so that nobody is told to wait; and asked again now.
      web.clock += 5000;
      if (web.forum.members.sessionOf(nora.token)?.stage !== "whole")
        nora = await web.joined(`Nora ${web.clock}`, "editor");
      const as = isEditor ? nora : null;
      const asked = `${path}?${new URLSearchParams(query as Record<string, string>).toString()}`.replace(/\?$/, "");
      const answer = row.method === "GET" ? await web.get(asked, as) : await web.post(asked, fields, as);
      expect([answer.status, web.bugs]).toEqual([answer.status, []]);
      expect(answer.status).not.toBe(500);
      expect(answer.headers.get("x-own")).toBeNull();
      const to = answer.headers.get("location");
      if (to !== null) expect(to).toMatch(/^\/forum\/?(?![/\\])/);
      const type = answer.headers.get("content-type") ?? "";
      if (!type.startsWith("text/html")) return;
      const page = await answer.text();
      expect(added.exec(page)?.[0]).toBeUndefined();
      expect(listening.exec(page.replaceAll(/"[^"]*"/g, '""'))?.[0]).toBeUndefined();
    }),
    {seed: 2005, numRuns: amount({few: 800, all: 5000})},
  );
});
