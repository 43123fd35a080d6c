import {afterEach, beforeEach, describe, expect, test} from "vitest";
import {languages} from "../../../src/base/words/language.ts";
import {Browser, codeNow, joinDesk, type Member, type StaffedDesk, signInAs, staffedDesk} from "./staff.ts";

let desk: StaffedDesk;
beforeEach(() => {
  desk = staffedDesk();
});
afterEach(async () => {
  expect(desk.bugs).toEqual([]);
  await desk.remove();
});

const by = {name: "a test"};
const goes = (answer: Response): string | null => (answer.status === 303 ? answer.headers.get("location") : null);

test("who was invited joins with code, pass phrase and second factor, and is signed in", async () => {
  const {code} = desk.desk.accounts.invite({name: "A. Editor"}, by);
  const browser = new Browser(desk);
  expect(goes(await browser.post("/join", {code: code.toLowerCase().replaceAll("-", " ")}))).toBe("/join/phrase");
  expect(goes(await browser.get("/join/second"))).toBe("/join/phrase");
  const page = await (await browser.get("/join/phrase")).text();
  expect(page).toContain("You join as A. Editor: editor.");
  const offered = /<p class="secret"[^>]*>([a-z ]+)<\/p>/.exec(page)![1]!;
  expect(page).toContain(`<input type="hidden" name="offered" value="${offered}">`);
  expect(page).not.toMatch(/type="password"[^>]*value="[^"]/);
  expect(goes(await browser.post("/join/phrase", {phrase: offered, twice: offered, offered}))).toBe("/join/second");
  const second = await (await browser.get("/join/second")).text();
  const secret = /<code dir="ltr">([A-Z2-7 ]+)<\/code>/.exec(second)![1]!.replaceAll(" ", "");
  expect(second).toContain("<svg ");
  const wrong = await browser.post("/join/second", {code: "000000"});
  expect([wrong.status, (await wrong.text()).includes(secret.slice(0, 4))]).toEqual([422, true]);
  const before = browser.token;
  const done = await browser.post("/join/second", {code: codeNow(desk, secret)});
  expect(done.status).toBe(200);
  expect([...(await done.text()).matchAll(/<li><code>/g)]).toHaveLength(8);
  expect(browser.token).not.toBe(before);
  expect(done.headers.getSetCookie()).toEqual([`__Host-desk=${browser.token}; Path=/; Secure; HttpOnly; SameSite=Lax`]);
  expect((await browser.get("/account")).status).toBe(200);
  // The codes are not shown again.
  expect((await browser.post("/join/second", {code: "000000"})).status).toBe(422);
});

for (const [what, fields, told] of [
  ["is too short", {phrase: "short", twice: "short"}, "fewer than 15"],
  [
    "is typed otherwise the second time",
    {phrase: "seven green bicycles", twice: "seven green bicycle"},
    "not the same",
  ],
  ["is the publication's name", {phrase: "The Example Press 1", twice: "The Example Press 1"}, "little more than"],
] as const) {
  test(`a pass phrase that ${what} is not taken, nor sent back, and the same words are offered again`, async () => {
    const {code} = desk.desk.accounts.invite({name: "A. Editor"}, by);
    const browser = new Browser(desk);
    await browser.post("/join", {code});
    const offered = "abandon ability able about above absent";
    const answer = await browser.post("/join/phrase", {...fields, offered});
    const page = await answer.text();
    expect(answer.status).toBe(422);
    expect(page).toContain(told);
    expect(page).toContain(`<p class="secret" lang="en" dir="ltr">${offered}</p>`);
    expect(page).not.toContain(`value="${fields.phrase}"`);
  });
}

test("what is sent back as offered is shown only where it is made of our words", async () => {
  const browser = new Browser(desk);
  await browser.post("/join", {code: desk.desk.accounts.invite({name: "A"}, by).code});
  const answer = await browser.post("/join/phrase", {phrase: "x", twice: "x", offered: "my own words in this place"});
  expect(await answer.text()).not.toContain("my own words");
});

describe("with somebody who has joined", () => {
  let one: Member;
  beforeEach(async () => {
    one = await joinDesk(desk, "A. Editor");
  });

  test("signing out ends the session and clears the browser", async () => {
    const {token} = one.browser;
    const answer = await one.browser.post("/sign-out");
    expect(goes(answer)).toBe("/sign-in");
    expect(answer.headers.get("clear-site-data")).toBe('"cache", "cookies", "storage"');
    expect(answer.headers.getSetCookie()[0]).toMatch(/^__Host-desk=; Max-Age=0; /);
    const old = new Browser(desk);
    old.token = token;
    expect(goes(await old.get("/account"))).toBe("/sign-in?to=%2Faccount");
  });

  test("signing in goes through both steps to the page that was asked for", async () => {
    const browser = new Browser(desk);
    expect(goes(await browser.get("/people?"))).toBe("/sign-in?to=%2Fpeople");
    const form = await (await browser.get("/sign-in?to=%2Fpeople")).text();
    expect(form).toContain('<input type="hidden" name="to" value="/people">');
    expect(form).toMatch(/name="name"[^>]*autocomplete="username"/);
    expect(form).toMatch(/name="phrase"[^>]*autocomplete="current-password"/);
    expect(goes(await browser.post("/sign-in", {name: one.name, phrase: one.phrase, to: "/people"}))).toBe(
      "/sign-in/second?to=%2Fpeople",
    );
    const half = browser.token;
    // Half-way nothing is open.
    expect(goes(await browser.get("/people"))).toBe("/sign-in/second?to=%2Fpeople");
    expect((await browser.post("/people/invite", {name: "B", role: "reader"})).status).toBe(403);
    const second = await (await browser.get("/sign-in/second?to=%2Fpeople")).text();
    expect(second).toMatch(/name="code"[^>]*autocomplete="one-time-code"/);
    expect(second).not.toContain("data-passkey");
    expect(goes(await browser.post("/sign-in/second", {code: codeNow(desk, one.secret), to: "/people"}))).toBe(
      "/people",
    );
    expect(browser.token).not.toBe(half);
    expect((await browser.get("/people")).status).toBe(200);
  });

  test("a recovery code stands for the second factor", async () => {
    const browser = new Browser(desk);
    await browser.post("/sign-in", {name: one.name, phrase: one.phrase, to: "/"});
    expect(goes(await browser.post("/sign-in/second", {recovery: one.codes[0]!, to: "/account"}))).toBe("/account");
    expect(await (await browser.get("/account")).text()).toContain("Recovery codes that are left: 7");
  });

  for (const to of [
    "//evil.example",
    "/\\evil.example",
    "https://evil.example/",
    "javascript:alert(1)",
    "",
    "/a b",
    "/\u2028",
  ]) {
    test(`nobody is led to ${JSON.stringify(to)}`, async () => {
      const browser = new Browser(desk);
      expect(await (await browser.get(`/sign-in?to=${encodeURIComponent(to)}`)).text()).toContain(
        'name="to" value="/"',
      );
      await browser.post("/sign-in", {name: one.name, phrase: one.phrase, to});
      expect(goes(await browser.post("/sign-in/second", {code: codeNow(desk, one.secret), to}))).toBe("/");
    });
  }

  test("a wrong name and a wrong phrase get the same page, with what was typed as a name, and no phrase", async () => {
    const bodies: string[] = [];
    for (const name of ["A. Editor", "Z. Nobody"]) {
      const answer = await new Browser(desk).post("/sign-in", {name, phrase: "another green bicycle", to: "/"});
      expect(answer.status).toBe(422);
      bodies.push((await answer.text()).replaceAll(name, "NAME"));
    }
    expect(bodies[0]).toBe(bodies[1]);
    expect(bodies[0]).not.toContain("bicycle");
  });

  test("after six with one name it is 429, and more than eight at once are 503 with when to come again", async () => {
    const send = (name: string) => new Browser(desk).post("/sign-in", {name, phrase: "another green bicycle", to: "/"});
    for (let times = 0; times < 6; times++) await send("A. Editor");
    const slowed = await send("A. Editor");
    expect([slowed.status, (await slowed.text()).includes("Seconds until the next one: 30")]).toEqual([429, true]);
    expect(slowed.headers.get("retry-after")).toBe("30");
    const many = await Promise.all(Array.from({length: 10}, (_, at) => send(`N${at}`)));
    const busy = many.filter(({status}) => status === 503);
    expect(busy.length).toBe(2);
    expect(busy[0]!.headers.get("retry-after")).toBe("2");
  });

  test("what needs the second factor again asks for it, and leads back to the page of the form", async () => {
    desk.clock += 6 * 60_000;
    const referer = {referer: "http://localhost:8081/people"};
    const asked = await one.browser.post("/people/invite", {name: "B", role: "reader"}, referer);
    expect([asked.status, (await asked.text()).includes('href="/again?to=%2Fpeople"')]).toEqual([403, true]);
    expect(goes(await one.browser.post("/again", {code: codeNow(desk, one.secret), to: "/people"}))).toBe("/people");
    expect((await one.browser.post("/people/invite", {name: "B", role: "reader"}, referer)).status).toBe(200);
  });

  test("pages of signing in say nothing that a cache may keep, and nothing secret stands in an address", async () => {
    const browser = new Browser(desk);
    for (const path of ["/sign-in", "/join"]) {
      const answer = await browser.get(path);
      expect(answer.headers.get("cache-control")).toBe("no-store");
      expect(answer.headers.get("content-security-policy")).toContain("default-src 'none'");
      expect(await answer.text()).not.toMatch(/style="|<script(?! type="module" src)|\son[a-z]+="/);
    }
    expect((await browser.get("/join?code=7QKD")).status).toBe(400);
    expect((await browser.get("/sign-in?phrase=x")).status).toBe(400);
  });

  for (const [what, headers] of [
    ["another site", {"sec-fetch-site": "cross-site", origin: "https://evil.example"}],
    ["a page that says nothing of where it is", {origin: "null", "sec-fetch-site": "cross-site"}],
  ] as const) {
    test(`a form from ${what} signs nobody in, nor out`, async () => {
      const {token} = one.browser;
      expect((await one.browser.post("/sign-out", {}, headers)).status).toBe(403);
      expect(one.browser.token).toBe(token);
      const sent = await new Browser(desk).post("/sign-in", {name: one.name, phrase: one.phrase, to: "/"}, headers);
      expect([sent.status, sent.headers.getSetCookie()]).toEqual([403, []]);
    });
  }

  test("the own account: another phrase, other codes, other sessions ended, the last factor kept", async () => {
    const other = await signInAs(desk, one);
    const phrase = "eight red bicycles in the rain";
    expect(goes(await other.post("/account/phrase", {phrase, twice: phrase, offered: ""}))).toBe("/account?done=yes");
    expect(goes(await one.browser.get("/account"))).toBe("/sign-in?to=%2Faccount");
    expect((await other.post("/account/second/drop", {which: "totp"})).status).toBe(422);
    const codes = await (await other.post("/account/codes")).text();
    expect([...codes.matchAll(/<li><code>/g)]).toHaveLength(8);
    for (const code of one.codes) expect(codes).not.toContain(code);
    const third = await signInAs(desk, {...one, phrase});
    expect(goes(await other.post("/account/sessions", {session: "others"}))).toBe("/account?done=yes");
    expect(goes(await third.get("/account"))).toBe("/sign-in?to=%2Faccount");
  });

  test("another app of codes is set up only by its own code", async () => {
    const page = await (await one.browser.get("/account/second")).text();
    const secret = /<code dir="ltr">([A-Z2-7 ]+)<\/code>/.exec(page)![1]!.replaceAll(" ", "");
    expect((await one.browser.post("/account/second", {code: codeNow(desk, one.secret)})).status).toBe(422);
    expect(goes(await one.browser.post("/account/second", {code: codeNow(desk, secret)}))).toBe("/account?done=yes");
  });
});

for (const id of Object.keys(languages)) {
  test(`pages of signing in are in ${id}, with no text that is missing`, async () => {
    const spoken = staffedDesk({language: id as "en"});
    const member = await joinDesk(spoken, "A. Editor");
    for (const path of ["/sign-in", "/join", "/account", "/account/phrase", "/people", "/people/log", "/people/1"]) {
      const answer = await member.browser.get(path === "/sign-in" ? "/sign-in?to=%2Faccount" : path);
      const page = await answer.text();
      expect([path, page.includes("desk-")]).toEqual([path, false]);
    }
    expect(spoken.bugs).toEqual([]);
    await spoken.remove();
  });
}
