import {afterAll, expect, test} from "vitest";
import {cookieOf, ForumWeb} from "./forum-web.ts";

const web = new ForumWeb();
afterAll(() => web.remove());

/** What every request of the flow says of whoever sends it, and what no file may hold. */
const telling = {
  "user-agent": "Zeppelin-Browser/77.3 (of the tests)",
  "x-forwarded-for": "203.0.113.77, 198.51.100.23",
  "x-real-ip": "203.0.113.78",
  forwarded: "for=192.0.2.199;proto=https",
  from: "reader.of.the.tests@example.org",
  referer: "https://referrer-of-the-tests.example.net/page",
  "accept-language": "tlh-of-the-tests",
} as const;
const kept = [
  ...["Zeppelin", "203.0.113.77", "198.51.100.23", "203.0.113.78", "192.0.2.199", "reader.of.the.tests"],
  ...["referrer-of-the-tests", "tlh-of-the-tests"],
];

test("a seized copy of a forum's folder, after a whole flow over the web, holds no address, agent or mail of anybody", async () => {
  const moderator = await web.joined("Mo", "moderator");
  const {code} = web.forum.people.invite("member");
  // Reading, guessing, knocking.
  for (const path of [
    "/forum/",
    "/forum/s/general",
    "/forum/search?q=zeppelin+words",
    "/forum/log",
    "/forum/atom.xml",
    "/forum/t/99",
  ])
    await web.get(path, null, telling);
  await web.post("/forum/sign-in", {name: "Mo", phrase: "a wrong phrase of the tests"}, null, telling);
  await web.post("/forum/join", {code: "AAAA-AAAA-AAAA-AAAA-AAAA"}, null, telling);
  await web.post(
    "/forum/knock",
    {name: "Knocker", why: "I read", phrase: "seven green bicycles of knocking"},
    null,
    telling,
  );
  // Joining, posting, reporting, deciding, leaving a session.
  const joining = cookieOf(await web.post("/forum/join", {code}, null, telling));
  expect(joining).not.toBeNull();
  const member = await web.joined("Ann");
  const opened = await web.post(
    "/forum/s/general/new",
    {title: "A thread", source: "Words of Ann", once: "0123456789abcdef".repeat(2), step: "post"},
    member,
    telling,
  );
  expect(opened.status).toBe(303);
  expect(web.decide(moderator, 1, "show")).toBe("decided");
  await web.post("/forum/p/1/report", {rule: "spam", words: "look"}, moderator, telling);
  for (const path of ["/forum/t/1", "/forum/account", "/forum/queue"]) await web.get(path, moderator, telling);
  await web.post("/forum/sign-out", {}, member, telling);
  expect(web.bugs).toEqual([]);

  const bytes = web.bytes();
  expect(bytes).toContain("Words of Ann");
  for (const word of kept) expect(`${word}: ${bytes.includes(word)}`).toBe(`${word}: false`);
  // Nor as a number, nor as its hash in any file: there is no column for one.
  const columns = web.ask("select lower(group_concat(sql, ' ')) as sql from sqlite_schema")[0]!["sql"] as string;
  expect(columns).not.toMatch(/\b(?:ip|address|agent|e?mail|host)\b/);
});
