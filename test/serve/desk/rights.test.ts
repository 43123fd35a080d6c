import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, describe, expect, test} from "vitest";
import {mayDo, roles} from "../../../src/accounts/rights.ts";
import type {DeskRoute} from "../../../src/serve/desk/route.ts";
import {deskRoutes} from "../../../src/serve/desk/routes.ts";
import {type Asker, deskOf, type TestDesk} from "./desk-of.ts";
import {pathOf} from "./every-row.ts";

const desk = deskOf();
const unsure = deskOf({isSureNow: false});
afterAll(async () => {
  await desk.remove();
  await unsure.remove();
});

/** All that lies in a workspace, but what the desk keeps for itself. */
function filesOf({folder}: TestDesk): string[] {
  return readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile() && !entry.parentPath.startsWith(join(folder, "desk")))
    .map(
      ({parentPath, name}) => `${join(parentPath, name)} ${readFileSync(join(parentPath, name)).toString("base64")}`,
    );
}

function ask(of: TestDesk, row: DeskRoute, as: Asker): Promise<Response> {
  return row.method === "GET" ? of.get(pathOf(row), as) : of.post(pathOf(row), {}, as);
}

function isFor({who}: DeskRoute, role: (typeof roles)[number]): boolean {
  return who === "anybody" || who === "signed-in" || mayDo(role, who);
}

const outside: readonly Asker[] = ["nobody", "half"];
const guarded = deskRoutes.filter(({who}) => who !== "anybody");
const posts = deskRoutes.filter(({method}) => method === "POST");
const editor = {cookie: "__Host-desk=editor", origin: "http://localhost:8081", "sec-fetch-site": "same-origin"};

/** Something that is sent as it stands, by an editor. */
async function sendRaw(row: DeskRoute, body: string, headers: Readonly<Record<string, string>>): Promise<number> {
  const init = {method: "POST", body, headers: {...editor, ...headers}};
  return (await desk.app.fetch(new Request(`http://localhost:8081${pathOf(row)}`, init))).status;
}
const formType = {"content-type": "application/x-www-form-urlencoded"};

describe("every row of the table, with values that fit its path", () => {
  for (const row of guarded) {
    test(`${row.id} is refused to nobody, to whoever is half-way, and to each role without the right`, async () => {
      for (const as of outside) {
        const {status, headers} = await ask(desk, row, as);
        const step = as === "nobody" ? "/sign-in" : "/sign-in/second";
        expect([as, status, headers.get("location")?.split("?")[0] ?? null]).toEqual(
          row.method === "GET" ? [as, 303, step] : [as, 403, null],
        );
      }
      for (const role of roles.filter((one) => !isFor(row, one))) {
        const answer = await ask(desk, row, role);
        expect([role, answer.status]).toEqual([role, 403]);
        expect(await answer.text()).toContain("You may not do this");
      }
    });
  }

  for (const row of guarded) {
    test(`${row.id} looks at the right before it looks at anything else, and lets in who has it`, async () => {
      // What no row takes: who may, is told that; who may not, is told nothing of the row.
      const path = `${pathOf(row)}?nothing-takes-this=1`;
      for (const role of roles) {
        const answer = row.method === "GET" ? await desk.get(path, role) : await desk.post(path, {}, role);
        expect([role, answer.status]).toEqual([role, isFor(row, role) ? 400 : 403]);
      }
    });
  }

  for (const row of deskRoutes.filter(({again}) => again === true)) {
    test(`${row.id} asks for the second factor again`, async () => {
      const {status, headers} = await ask(unsure, row, "editor");
      const to = headers.get("location");
      expect([status, to]).toEqual(
        row.method === "GET" ? [303, `/again?to=${encodeURIComponent(pathOf(row))}`] : [403, null],
      );
    });
  }

  for (const row of posts) {
    test(`${row.id} takes no form of another origin, none that is too long, none of another kind, and no field twice or unknown`, async () => {
      const own = {origin: "https://evil.example", "sec-fetch-site": "cross-site"};
      expect(await sendRaw(row, "", {...formType, ...own})).toBe(403);
      const most = row.mostBytes ?? 65_536;
      expect(await sendRaw(row, "x".repeat(most + 1), formType)).toBe(413);
      for (const type of ["application/json", "text/plain", "multipart/mixed; boundary=x", ""]) {
        expect([type, await sendRaw(row, "{}", {"content-type": type})]).toEqual([type, 413]);
      }
      if (row.files === undefined) {
        const body = '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb\r\n--x--\r\n';
        expect(await sendRaw(row, body, {"content-type": "multipart/form-data; boundary=x"})).toBe(413);
      }
      for (const name of ["nothing-takes-this", "__proto__", "constructor", "toString", ""]) {
        expect([name, await sendRaw(row, `${encodeURIComponent(name)}=1`, formType)]).toEqual([name, 400]);
      }
      const [once] = Object.keys(row.form.shape).filter((name) => !(row.lists ?? []).includes(name));
      if (once !== undefined) expect(await sendRaw(row, `${once}=a&${once}=b`, formType)).toBe(400);
    });
  }

  test("nothing of all that has changed a file, begun any work or been recorded", async () => {
    const [before, acts] = [filesOf(desk), desk.acts.length];
    for (const row of guarded) {
      for (const as of [...outside, ...roles.filter((role) => !isFor(row, role))]) await ask(desk, row, as);
    }
    expect(filesOf(desk)).toEqual(before);
    expect([desk.acts.length, desk.desk.jobs.all(), desk.bugs]).toEqual([acts, [], []]);
  });
});
