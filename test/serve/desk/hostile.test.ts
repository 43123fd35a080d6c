import {globSync, lstatSync, readdirSync} from "node:fs";
import {dirname, join} from "node:path";
import fc from "fast-check";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {deskRoutes} from "../../../src/serve/desk/routes.ts";
import {amount} from "../../run/amounts.ts";
import {deskOf, type TestDesk} from "./desk-of.ts";
import {pathOf} from "./every-row.ts";

/** What strangers would try: ways out of a folder and of a site, markup, signs that turn and hide, names of objects, numbers that are none. */
const tried = [
  ...[
    "",
    " ",
    "..",
    "../../etc/passwd",
    "/etc/passwd",
    "/dev/zero",
    "/proc/self/environ",
    "desk/key",
    "store/key",
    "a/../../b",
  ],
  ...[
    "//evil.example",
    "/\\evil.example",
    "/\t/evil.example",
    "https://evil.example",
    "javascript:alert(1)",
    "/%2f%2fevil.example",
  ],
  ...[
    "<img src=x onerror=alert(1)>",
    '"><script>alert(1)</script>',
    "'--",
    "{{7*7}}",
    "</textarea><b>",
    "]]>",
    "=cmd|'/c calc'!A1",
  ],
  ...["\u202eevil", "\u2066a", "\0", "\r\nX-Own: 1", "\x1b[2J", "\ud800", "\ufeff", "a\u200db", "\u0600\u0000"],
  ...["__proto__", "constructor", "toString", "NaN", "-1", "1e309", "99999999999999999999", "0x10", "\u0661"],
  ...["2005-07", "2005-H2", "2005-13", "0000-00", "yes", "all", "editions", "later", "robot", "none", "a".repeat(3000)],
] as const;

const text = fc.oneof(
  {weight: 5, arbitrary: fc.constantFrom(...tried)},
  {weight: 2, arbitrary: fc.string({unit: "binary", maxLength: 40})},
);

/** Of each field of a row that it is to have, something that was tried, or, where it is one of a few, perhaps one of these. */
function valueFor(type: unknown): fc.Arbitrary<string> {
  const {options} = type as {readonly options?: readonly unknown[]};
  const known = (options ?? []).filter((one): one is string => typeof one === "string");
  return known.length === 0 ? text : fc.oneof(fc.constantFrom(...known), text);
}

interface Attempt {
  /** Of the row. */
  readonly id: string;
  readonly path: string;
  readonly query: readonly (readonly [string, string])[];
  readonly fields: readonly (readonly [string, string])[];
  readonly files: readonly {readonly name: string; readonly text: string}[];
}

function pairs(shape: Readonly<Record<string, unknown>>): fc.Arbitrary<[string, string][]> {
  const known = Object.entries(shape).map(([name, type]) =>
    fc.oneof(
      {weight: 8, arbitrary: valueFor(type).map((value): [string, string][] => [[name, value]])},
      {weight: 1, arbitrary: fc.constant<[string, string][]>([])},
    ),
  );
  const more = fc.oneof(
    {weight: 12, arbitrary: fc.constant<[string, string][]>([])},
    {weight: 1, arbitrary: fc.tuple(text, text).map((pair): [string, string][] => [pair])},
  );
  return fc.tuple(...known, more).map((all) => all.flat());
}

const attempt: fc.Arbitrary<Attempt> = fc.constantFrom(...deskRoutes).chain((row) => {
  const names = [...row.path.matchAll(/:\w+(?:\{[^}]*\})?/g)].length;
  const path = fc.oneof(
    {weight: 3, arbitrary: fc.constant(pathOf(row))},
    {
      weight: 2,
      arbitrary: fc.array(text, {minLength: names, maxLength: names}).map((values) => {
        let place = 0;
        return row.path.replaceAll(/:\w+(?:\{[^}]*\})?/g, () => encodeURIComponent(values[place++]!.toWellFormed()));
      }),
    },
  );
  const file = fc.record({name: text, text});
  return fc.record({
    id: fc.constant(row.id),
    path,
    query: pairs(row.query.shape),
    fields: pairs(row.form.shape),
    files: fc.array(file, {maxLength: row.files === undefined ? 0 : 2}),
  });
});

/** By an editor who has just shown the second factor. */
function ask({get, post}: TestDesk, {id, path, query, fields, files}: Attempt): Promise<Response> {
  const row = deskRoutes.find((one) => one.id === id)!;
  const asked =
    query.length === 0 ? path : `${path}?${new URLSearchParams(query.map(([name, value]) => [name, value]))}`;
  if (row.method === "GET") return get(asked);
  if (row.files === undefined) {
    const all: Record<string, string[]> = Object.create(null) as Record<string, string[]>;
    for (const [name, value] of fields) all[name] = [...(all[name] ?? []), value];
    return post(asked, all);
  }
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  for (const {name, text: held} of files) form.append("file", new File([held], name));
  return post(asked, form);
}

/** What a page has that none of the desk has, whatever stands in it. */
const added =
  /<img|<script(?! type="module" src="\/assets\/)|<iframe|<b>|(?:href|action)="(?!\/(?!\/)|#|data:,)[^"]|[\u202e\u2066]/i;

/** An element that would run or style something, values of attributes left out. */
const listening = /<[^>]* (?:on\w+|style)=/i;

let desk: TestDesk;
beforeAll(() => {
  desk = deskOf({
    settings: {publication: "</title><img src=x>", titles: "titles.csv", departments: "departments.csv"},
    files: {
      "titles.csv": "path,title\n",
      "departments.csv": "prefix,department\n",
      "logs/<img src=x>.log": "nothing\n",
    },
  });
});
afterAll(() => desk.remove());

function outside(): string[] {
  const around = dirname(desk.folder);
  return readdirSync(around);
}

describe("whatever an editor's browser sends", () => {
  test("there is no bug, no element and no header that is the sender's, and nothing outside of the workspace", async () => {
    const before = outside();
    await fc.assert(
      fc.asyncProperty(attempt, async (asked) => {
        const answer = await ask(desk, asked);
        const {status, headers} = answer;
        expect([desk.bugs.map((bug) => (bug as Error).stack), status === 500]).toEqual([[], false]);
        expect(headers.get("x-own")).toBeNull();
        const to = headers.get("location");
        if (to !== null) expect(new URL(to, "http://localhost:8081").host).toBe("localhost:8081");
        if (
          (headers.get("content-type") ?? "").startsWith("text/html") &&
          headers.get("content-security-policy")!.includes("style-src 'self'")
        ) {
          const page = await answer.text();
          expect(added.exec(page)).toBeNull();
          expect(listening.exec(page.replaceAll(/="[^"]*"/g, "="))).toBeNull();
        } else await answer.body?.cancel();
      }),
      {seed: 2005, numRuns: amount({few: 300, all: 5000}), endOnFailure: true},
    );
    expect(outside()).toEqual(before);
    // There is no such folder where nobody sent a file.
    const sent = globSync("desk/sent/sent-*", {cwd: desk.folder});
    expect(sent).toEqual([]);
    expect(lstatSync(join(desk.folder, "desk/key")).mode & 0o77).toBe(0);
  }, 180_000);
});
