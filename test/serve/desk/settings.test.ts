import {existsSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, test} from "vitest";
import type {LanguageId} from "../../../src/base/words/language.ts";
import {deskOf, type TestDesk} from "./desk-of.ts";
import {hiddenFields} from "./hidden-fields.ts";

const written = `# Our paper.
publication: The Example Press # as on the masthead
timeZone: UTC
methodology: {heavyReaders: {documents: 1000}}
`;

let made: TestDesk;
const begin = (language: LanguageId = "en"): void => {
  made = deskOf({language});
  writeFileSync(file(), written);
};
const file = (): string => join(made.folder, "broadsheet.yaml");
const saved = (): string => readFileSync(file(), "utf8");
beforeEach(() => begin());
afterEach(() => made.remove());

async function look(typed: Record<string, string>, from = "/settings"): Promise<{status: number; page: string}> {
  const form = hiddenFields(await (await made.get(from)).text());
  const answer = await made.post(`${from}/look`, {...form, ...typed});
  return {status: answer.status, page: await answer.text()};
}

describe("the form", () => {
  test("shows what the file says, and empty fields where it says nothing", async () => {
    const page = await (await made.get("/settings")).text();
    expect(page).toContain('name="publication" value="The Example Press"');
    expect(page).toContain(
      'name="methodology.heavyReaders.documents" inputmode="numeric" size="8" class="short" value="1000"',
    );
    expect(page).toContain('name="mail.host" value=""');
  });

  test("shows what would change first, and saves it then, with the remarks of the file", async () => {
    const {page} = await look({publication: "The <b>Other</b> Press", timeZone: "Europe/Paris"});
    expect(page).toMatch(/<del>.*publication: The Example Press # as on the masthead<\/bdi><\/del>/);
    expect(page).toMatch(/<ins>.*publication: The &lt;b&gt;Other&lt;\/b&gt; Press # as on the masthead<\/bdi><\/ins>/);
    expect(saved()).toBe(written);
    const answer = await made.post("/settings/save", hiddenFields(page));
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/settings?saved=yes"]);
    expect(saved()).toBe(written.replace("The Example", "The <b>Other</b>").replace("UTC", "Europe/Paris"));
    expect(made.acts.map(([who, act]) => [who, act])).toEqual([["editor", "settings-saved"]]);
    expect(await (await made.get("/settings?saved=yes")).text()).toContain("Saved: broadsheet.yaml.");
  });

  test("says beside the field what is refused, and still holds all that was typed", async () => {
    const {status, page} = await look({timeZone: "Mars/North", publication: "Typed"});
    expect(status).toBe(422);
    expect(page).toMatch(
      /name="timeZone" value="Mars\/North" aria-invalid="true"[\s\S]*must be a time zone[\s\S]*<\/div>/,
    );
    expect(page).toContain('name="publication" value="Typed"');
  });

  test("that changes nothing says so", async () => {
    expect((await look({})).page).toContain("Nothing was changed.");
  });
});

test("tables that are named for the first time are begun, and what is not the people's is not", async () => {
  const own = ["desk/departments.csv", "store/aliases.csv"];
  const {page} = await look({titles: "lists/titles.csv", departments: own[0]!, aliases: own[1]!});
  await made.post("/settings/save", hiddenFields(page));
  expect(readFileSync(join(made.folder, "lists/titles.csv"), "utf8")).toBe("path,title,group\n");
  expect(own.map((name) => existsSync(join(made.folder, name)))).toEqual([false, false]);
});

describe("a file that somebody else changed", () => {
  const theirs = written.replace("UTC", "Asia/Kathmandu");

  test("before the look: both versions, and the form with what was typed", async () => {
    const form = hiddenFields(await (await made.get("/settings")).text());
    writeFileSync(file(), theirs);
    const answer = await made.post("/settings/look", {...form, publication: "Typed"});
    const page = await answer.text();
    expect(answer.status).toBe(409);
    expect(page).toContain("Somebody else has changed the file");
    expect(page).toContain('name="publication" value="Typed"');
    expect(saved()).toBe(theirs);
    // Whoever has seen it saves it.
    const second = await made.post("/settings/look", {...hiddenFields(page), publication: "Typed"});
    await made.post("/settings/save", hiddenFields(await second.text()));
    expect(saved()).toBe(theirs.replace("The Example Press", "Typed"));
  });

  test("between the look and the saving", async () => {
    const {page} = await look({publication: "Typed"});
    writeFileSync(file(), theirs);
    const answer = await made.post("/settings/save", hiddenFields(page));
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain(">\n# Our paper.\npublication: Typed # as on the masthead");
    expect(saved()).toBe(theirs);
  });

  test("into one that cannot be read: its text and why, to be mended here", async () => {
    writeFileSync(file(), "publication: P\ntimezone: UTC\n");
    const answer = await made.get("/settings");
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain("there is no setting");
    const fixed = await made.post("/settings/text/look", {
      ...hiddenFields(page),
      text: "publication: P\r\ntimeZone: UTC\r\n",
    });
    await made.post("/settings/save", hiddenFields(await fixed.text()));
    expect(saved()).toBe("publication: P\ntimeZone: UTC\n");
    expect((await made.get("/settings")).status).toBe(200);
  });
});

describe("the text", () => {
  test("is refused with its line, and stays as it was typed", async () => {
    const {status, page} = await look({text: "publication: P\nsmallest: few\n"}, "/settings/text");
    expect(status).toBe(422);
    expect(page).toContain("broadsheet.yaml:2:1");
    expect(page).toContain("smallest: few\n</textarea>");
  });
  test("may hold what is not seen, which is saved as it is", async () => {
    const {page} = await look({text: "publication: A\u200dB\u00ad # \u202e\n"}, "/settings/text");
    await made.post("/settings/save", hiddenFields(page));
    expect(saved()).toBe("publication: A\u200dB\u00ad # \u202e\n");
  });
});

describe("nobody gets out of the workspace by the settings:", () => {
  for (const [what, line] of [
    ["another folder to read from", "desk: {logFolders: [/]}"],
    ["a desk for everybody", 'desk: {listen: "0.0.0.0:80"}'],
    ["an archive for everybody", 'serve: {listen: "0.0.0.0:80"}'],
    [
      "a file that is sent to a server",
      "engine: {kind: clickhouse, url: http://evil.example, passwordFile: /etc/passwd}",
    ],
    ["a table that is written elsewhere", "methodology: {blacklist: /root/.ssh/authorized_keys}"],
    ["a table that is read elsewhere", "titles: /etc/passwd"],
    ["a list that is read elsewhere", "referrerSpam: /etc/passwd"],
  ] as const) {
    test(what, async () => {
      const text = `publication: P\n${line}\n`;
      const {status, page} = await look({text}, "/settings/text");
      expect([status, page.includes("on the machine itself")]).toEqual([422, true]);
      const form = {...hiddenFields(await (await made.get("/settings/text")).text()), text, back: "/settings"};
      expect((await made.post("/settings/save", form)).status).toBe(422);
      expect(saved()).toBe(written);
    });
  }
  test("what is named there already stays, though the rest is changed or mended", async () => {
    const own = "desk: {logFolders: [/var/log]}\ntitles: /srv/titles.csv\n";
    writeFileSync(file(), `publication: P\n${own}`);
    expect((await made.get("/settings")).status).toBe(200);
    writeFileSync(file(), `publication: P\ntimezone: UTC\n${own}`);
    const {page} = await look({text: `publication: P\ntimeZone: UTC\n${own}`}, "/settings/text");
    await made.post("/settings/save", hiddenFields(page));
    expect(saved()).toBe(`publication: P\ntimeZone: UTC\n${own}`);
  });
});

for (const who of ["bookkeeper", "reviewer", "reader"] as const) {
  test(`a ${who} neither sees nor changes settings`, async () => {
    expect((await made.get("/settings", who)).status).toBe(403);
    const form = {made: "none", text: "publication: X\n", back: "/settings"};
    expect((await made.post("/settings/save", form, who)).status).toBe(403);
    expect(saved()).toBe(written);
  });
}

for (const [language, head, direction] of [
  ["de", "Wer Leser ist", "ltr"],
  ["ar", "من هو القارئ", "rtl"],
] as const) {
  test(`the form is in the language of the desk: ${language}`, async () => {
    await made.remove();
    begin(language);
    const page = await (await made.get("/settings")).text();
    expect(page).toContain(`<legend>${head}</legend>`);
    expect(page.includes('dir="rtl"')).toBe(direction === "rtl");
  });
}
