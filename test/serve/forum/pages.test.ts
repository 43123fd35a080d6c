import {spawnSync} from "node:child_process";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {forumRoutes} from "../../../src/serve/forum/routes.ts";
import type {TestMember} from "../../forum/forum-folder.ts";
import {forumPathOf} from "./every-forum-row.ts";
import {ForumWeb} from "./forum-web.ts";

const web = new ForumWeb();
let nora: TestMember;
let thread = 0;

beforeAll(async () => {
  const ann = web.add("Ann");
  thread = web.begin(ann, "A thread & its <title>").thread;
  for (let number = 2; number <= 30; number++) {
    web.later(60);
    web.reply(ann, thread, `Reply **${number}**, with a [link](https://example.org/?a=1&b=2).`, [number - 1]);
  }
  nora = await web.joined("Nora", "moderator");
});
afterAll(() => web.remove());

test("a thread has 25 posts a page, and is less than 20 kB and two further requests, of which none is a script", async () => {
  const page = await web.text(`/forum/t/${thread}`);
  expect(page.match(/<article/g)).toHaveLength(25);
  expect(page).toContain("Page 1 of 2");
  expect(Buffer.byteLength(page)).toBeLessThan(20_000);
  expect(page).not.toContain("<script");
  expect(page.match(/(?:src|href)="[^"]*\.(?:css|js|png|svg|woff2?)"/g)).toHaveLength(1);
  const second = await web.text(`/forum/t/${thread}?page=2`);
  expect(second.match(/<article/g)).toHaveLength(5);
  expect((await web.get(`/forum/t/${thread}?page=3`)).status).toBe(404);
});

test("a number leads to its post, and to the page on which it stands", async () => {
  const answer = await web.get(`/forum/t/${thread}/27`);
  expect(answer.headers.get("location")).toBe(`/forum/t/${thread}?page=2#p27`);
});

describe("what is kept for who has no cookie", () => {
  test("is not sent again where a reader has it, and never to a member", async () => {
    const first = await web.get(`/forum/t/${thread}`);
    const mark = first.headers.get("etag")!;
    expect(first.headers.get("cache-control")).toBe("no-cache");
    expect(first.headers.get("vary")).toContain("Cookie");
    expect((await web.get(`/forum/t/${thread}`, null, {"if-none-match": mark})).status).toBe(304);
    const own = await web.get(`/forum/t/${thread}`, nora, {"if-none-match": mark});
    expect([own.status, own.headers.get("cache-control"), own.headers.get("etag")]).toEqual([200, "no-store", null]);
    expect(await web.text(`/forum/t/${thread}`)).not.toContain("Nora</bdi></a> (");
  });

  test("is made anew after a post, and two seconds after what another process has done", async () => {
    const front = await web.text("/forum/");
    const {thread: other} = web.begin(nora, "Elsewhere");
    expect(await web.text(`/forum/t/${other}`)).toContain("Elsewhere");
    web.clock += 3000;
    expect(await web.text("/forum/")).not.toBe(front);
  });
});

describe("every page", () => {
  const rows = forumRoutes.filter(({method}) => method === "GET");
  for (const row of rows) {
    test(`${row.id} says what a browser may do, and nothing of the reader`, async () => {
      for (const as of [null, nora]) {
        const {headers, status} = await web.get(forumPathOf(row), as);
        expect(status).toBeLessThan(500);
        if (status >= 300 && status < 400) continue;
        const policy = headers.get("content-security-policy")!;
        expect(policy).toContain("default-src 'none'");
        expect(policy).not.toContain("unsafe");
        expect(headers.get("x-content-type-options")).toBe("nosniff");
        expect(headers.get("x-frame-options")).toBe("DENY");
        expect(headers.get("referrer-policy")).toMatch(/^(?:no-referrer|same-origin)$/);
        expect(headers.get("set-cookie")).toBeNull();
      }
    });
  }

  test("has no script but where a passkey or the keys of moderators need one", async () => {
    for (const row of rows.filter(({isKept}) => isKept === true)) {
      const answer = await web.get(forumPathOf(row));
      expect(answer.headers.get("content-security-policy")).not.toContain("script-src");
    }
    expect((await web.get("/forum/queue", nora)).headers.get("content-security-policy")).toContain("script-src 'self'");
  });
});

describe("the feeds", () => {
  for (const path of [
    "/forum/atom.xml",
    "/forum/s/general/atom.xml",
    "/forum/s/redaktion/atom.xml",
    "/forum/t/1/atom.xml",
  ]) {
    test(`${path} is Atom by its schema, and has the head of the log`, async () => {
      const answer = await web.get(path);
      expect(answer.headers.get("content-type")).toBe("application/atom+xml; charset=utf-8");
      const schema = join(import.meta.dirname, "../../publish/site/atom.rng");
      const input = await answer.text();
      const {stderr} = spawnSync("xmllint", ["--noout", "--relaxng", schema, "-"], {input, encoding: "utf8"});
      expect(stderr).toContain("validates");
      expect(input).toContain(web.forum.log.head());
    });
  }
});

test("pages are in each language, from right to left where it is written so", async () => {
  const arabic = new ForumWeb("ar");
  const page = await arabic.text("/forum/privacy");
  expect(page).toContain('<html lang="ar" dir="rtl">');
  expect(page).not.toContain("What is kept");
  arabic.remove();
});
