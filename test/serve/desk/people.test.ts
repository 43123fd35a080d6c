import {afterEach, beforeEach, expect, test} from "vitest";
import {Browser, joinDesk, type Member, type StaffedDesk, staffedDesk} from "./staff.ts";

let desk: StaffedDesk;
let editor: Member;
beforeEach(async () => {
  desk = staffedDesk();
  editor = await joinDesk(desk, "A. Editor");
});
afterEach(async () => {
  expect(desk.bugs).toEqual([]);
  await desk.remove();
});

const goes = (answer: Response): string | null => (answer.status === 303 ? answer.headers.get("location") : null);
const idOf = (name: string): number => desk.desk.accounts.person(name)!.id;

test("an editor invites somebody, who joins with the code that is shown once", async () => {
  const page = await (await editor.browser.post("/people/invite", {name: "B. Keeper", role: "bookkeeper"})).text();
  const code = /<p class="secret" dir="ltr">([0-9A-Z-]+)<\/p>/.exec(page)![1]!;
  expect(page).toContain("2026-11-05 10:01 UTC");
  const list = await (await editor.browser.get("/people")).text();
  expect(list).toContain("<bdi>B. Keeper</bdi>, bookkeeper.");
  expect(list).not.toContain(code);
  expect(goes(await new Browser(desk).post("/join", {code}))).toBe("/join/phrase");
  const [, invitation] = /name="invitation" value="(\d+)"/.exec(list)!;
  expect(goes(await editor.browser.post("/people/withdraw", {invitation: invitation!}))).toBe("/people");
  expect((await new Browser(desk).post("/join", {code})).status).toBe(422);
});

test("a name that is none is told beside the form, which still holds it, and a name that is markup is text", async () => {
  const refused = await editor.browser.post("/people/invite", {name: "A\u202eB", role: "reader"});
  expect(refused.status).toBe(422);
  const page = await (await editor.browser.post("/people/invite", {name: "<b>B</b>", role: "reader"})).text();
  expect(page).toContain("&lt;b&gt;B&lt;/b&gt;");
  expect(page).not.toContain("<b>B</b>");
});

test("another role, sessions and access are ended at once", async () => {
  const other = await joinDesk(desk, "B. Other", "editor");
  const path = `/people/${idOf("B. Other")}`;
  expect((await other.browser.get("/people")).status).toBe(200);
  expect(goes(await editor.browser.post(`${path}/role`, {role: "reader"}))).toBe(path);
  expect((await other.browser.get("/people")).status).toBe(403);
  expect(goes(await editor.browser.post(`${path}/sessions`))).toBe(path);
  expect(goes(await other.browser.get("/account"))).toBe("/sign-in?to=%2Faccount");
  expect(goes(await editor.browser.post(`${path}/end`))).toBe("/people");
  expect((await editor.browser.get(path)).status).toBe(404);
  expect(await (await editor.browser.get("/people")).text()).toContain("<bdi>B. Other</bdi>");
});

test("nobody ends or demotes themselves, so that an editor is left", async () => {
  const path = `/people/${idOf("A. Editor")}`;
  for (const [act, fields] of [
    ["role", {role: "reader"}],
    ["sessions", {}],
    ["end", {}],
  ] as const) {
    expect((await editor.browser.post(`${path}/${act}`, fields)).status).toBe(400);
  }
  expect(await (await editor.browser.get(path)).text()).not.toContain('<form method="post" action="/people');
});

for (const role of ["bookkeeper", "reviewer", "reader"] as const) {
  test(`a ${role} says nothing about who may sign in`, async () => {
    const other = await joinDesk(desk, "B. Other", role);
    const path = `/people/${idOf("A. Editor")}`;
    for (const page of ["/people", "/people/log", path]) expect((await other.browser.get(page)).status).toBe(403);
    for (const [to, fields] of [
      ["/people/invite", {name: "C", role: "editor"}],
      ["/people/withdraw", {invitation: "1"}],
      [`${path}/role`, {role: "reader"}],
      [`${path}/sessions`, {}],
      [`${path}/end`, {}],
    ] as const) {
      expect((await other.browser.post(to, fields)).status).toBe(403);
    }
    expect(desk.desk.accounts.people().map((one) => [one.name, one.ended])).toEqual([
      ["A. Editor", null],
      ["B. Other", null],
    ]);
  });
}

test("the log shows what was done, pages back, and says where it was changed", async () => {
  for (let row = 0; row < 120; row++)
    desk.desk.accounts.record({who: "A. Editor", act: "published", about: `edition ${row}`});
  const first = await (await editor.browser.get("/people/log")).text();
  expect(first).toContain("No row was changed");
  expect(first).toContain("edition 119");
  const [, before] = /href="\/people\/log\?before=(\d+)"/.exec(first)!;
  const second = await (await editor.browser.get(`/people/log?before=${before}`)).text();
  expect(second).toContain("edition 1<");
  expect(second).toContain('<code dir="ltr">joined</code>');
});
