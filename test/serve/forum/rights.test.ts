import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {type ForumRole, forumRoles} from "../../../src/forum/members/roles.ts";
import type {ForumRoute} from "../../../src/serve/forum/route.ts";
import {forumRoutes} from "../../../src/serve/forum/routes.ts";
import type {TestMember} from "../../forum/forum-folder.ts";
import {forumPathOf} from "./every-forum-row.ts";
import {ForumWeb} from "./forum-web.ts";

const web = new ForumWeb();
const members = {} as Record<ForumRole, TestMember>;
let half = "";
beforeAll(async () => {
  for (const role of forumRoles) members[role] = await web.joined(`The ${role}`, role);
  const signedIn = await web.forum.members.signIn({name: "The editor", phrase: members.editor.phrase, from: ""});
  half = "token" in signedIn ? signedIn.token : "";
});
afterAll(() => web.remove());

function isFor({who}: ForumRoute, role: ForumRole): boolean {
  if (who === "anybody" || who === "member") return true;
  return role === "editor" || (who === "moderator" && role === "moderator");
}

function ask(row: ForumRoute, as: {readonly token: string} | null, query = ""): Promise<Response> {
  const path = `${forumPathOf(row)}${query}`;
  return row.method === "GET" ? web.get(path, as) : web.post(path, {}, as);
}

const guarded = forumRoutes.filter(({who}) => who !== "anybody");
const posts = forumRoutes.filter(({method}) => method === "POST");
const formType = {"content-type": "application/x-www-form-urlencoded"};

async function sendRaw(row: ForumRoute, body: string, headers: Readonly<Record<string, string>>): Promise<number> {
  const own = {origin: "http://localhost:8080", "sec-fetch-site": "same-origin"};
  const cookie = `__Host-forum=${members.editor.token}`;
  const init = {method: "POST", body, headers: {...own, cookie, ...headers}};
  return (await web.app.fetch(new Request(`http://localhost:8080${forumPathOf(row)}`, init))).status;
}

test("ids and ways of asking stand once, and what changes something is a form", () => {
  expect(new Set(forumRoutes.map(({id}) => id)).size).toBe(forumRoutes.length);
  const ways = forumRoutes.map(({method, path}) => `${method} ${path}`);
  expect(new Set(ways).size).toBe(ways.length);
  for (const {method, form, isKept = false, who} of forumRoutes) {
    if (method === "GET") expect(Object.keys(form.shape)).toEqual([]);
    if (isKept) expect([method, who]).toEqual(["GET", "anybody"]);
  }
});

describe("every row of the table", () => {
  for (const row of guarded) {
    test(`${row.id} is refused to nobody, to whoever is half-way, and to each role without the right`, async () => {
      for (const [as, step] of [
        [null, "/forum/sign-in"],
        [{token: half}, "/forum/sign-in/second"],
        [{token: "desk-or-guessed"}, "/forum/sign-in"],
      ] as const) {
        const {status, headers} = await ask(row, as);
        const to = headers.get("location")?.split("?")[0] ?? null;
        expect([status, to]).toEqual(row.method === "GET" ? [303, step] : [403, null]);
      }
      for (const role of forumRoles.filter((one) => !isFor(row, one))) {
        const answer = await ask(row, members[role]);
        expect([role, answer.status, await answer.text()]).toEqual([role, 403, expect.stringContaining("may not do")]);
      }
    });

    test(`${row.id} looks at the right before it looks at anything else`, async () => {
      for (const role of forumRoles) {
        const {status, headers} = await ask(row, members[role], "?nothing-takes-this=1");
        const isAsked = headers.get("location")?.startsWith("/forum/again") === true || (row.again && status === 403);
        if (isFor(row, role)) expect([role, isAsked || status === 400]).toEqual([role, true]);
        else expect([role, status]).toEqual([role, 403]);
      }
    });
  }

  for (const row of posts) {
    test(`${row.id} takes no form of another origin, none that is too long, none of another kind, and no field twice or unknown`, async () => {
      web.clock = Date.UTC(2026, 10, 5, 9, 5);
      const evil = {origin: "https://evil.example", "sec-fetch-site": "cross-site"};
      expect(await sendRaw(row, "", {...formType, ...evil})).toBe(403);
      // Whoever is asked again first is asked that first.
      const asked = row.again === true ? [403] : [];
      expect([413, ...asked]).toContain(await sendRaw(row, "x".repeat((row.mostBytes ?? 65_536) + 1), formType));
      for (const type of ["application/json", "text/plain", "multipart/form-data; boundary=x", ""]) {
        expect([413, ...asked]).toContain(await sendRaw(row, "{}", {"content-type": type}));
      }
      for (const name of ["nothing-takes-this", "__proto__", "constructor", ""]) {
        expect([400, ...asked]).toContain(await sendRaw(row, `${encodeURIComponent(name)}=1`, formType));
      }
      const [once] = Object.keys(row.form.shape);
      if (once !== undefined) expect([400, ...asked]).toContain(await sendRaw(row, `${once}=a&${once}=b`, formType));
    });
  }

  test("none of it is a bug", () => expect(web.bugs).toEqual([]));
});
