import {appendFileSync, existsSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {ingestLogs} from "../../../src/operations/ingest.ts";
import {lineOf, logOf} from "../../press.ts";
import {rowsOf} from "../../run/amounts.ts";
import {deskOf, type TestDesk} from "./desk-of.ts";
import {hiddenFields} from "./hidden-fields.ts";

/** Three readers on every day of July, of whom one takes two documents. */
const july = logOf(
  Array.from({length: 31}, (_, day) => String(day + 1).padStart(2, "0")).flatMap((day) => [
    lineOf({client: "192.0.2.1", at: `${day}/Jul/2005:12:00:00 +0000`, path: "/a.html"}),
    lineOf({client: "192.0.2.1", at: `${day}/Jul/2005:12:00:09 +0000`, path: "/<b>.html"}),
    lineOf({client: "192.0.2.2", at: `${day}/Jul/2005:13:00:00 +0000`, path: "/a.html"}),
    lineOf({client: "192.0.2.3", at: `${day}/Jul/2005:14:00:00 +0000`, path: "/a.html"}),
  ]),
);

let made: TestDesk;
let german: TestDesk;
let arabic: TestDesk;
const settings = {documents: {query: []}, labels: {}};

async function pressWith(language: "en" | "de" | "ar"): Promise<TestDesk> {
  const desk = deskOf({language, settings: {...settings, language}, files: {"logs/july.log": july}});
  await ingestLogs(desk.desk.store(), {logs: ["logs/july.log"]});
  return desk;
}

beforeAll(async () => {
  made = await pressWith("en");
  german = await pressWith("de");
  arabic = await pressWith("ar");
});
afterAll(async () => {
  for (const desk of [made, german, arabic]) await desk.remove();
});

const page = async (path: string, desk = made, as: "editor" | "reader" = "editor"): Promise<string> =>
  (await desk.get(path, as)).text();

describe("which period", () => {
  test("those that the logs cover are links, from the year to the month", async () => {
    const text = await page("/report");
    for (const name of ["2005", "2005-H2", "2005-Q3", "2005-07"]) expect(text).toContain(`href="/report/${name}"`);
    expect(text).not.toContain("2005-H1");
  });
  test("any other is typed, and found by its shortest name", async () => {
    const answer = await made.get("/report?period=2005-07..2005-12");
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/report/2005-H2"]);
  });
  test("one of any months has no shorter name", async () => {
    expect(await page("/report/2005-06..2005-07")).toContain("<h1>Report, June to July 2005</h1>");
    expect((await made.get("/report/2005-06..2005-07/labels")).status).toBe(200);
  });
  for (const [period, status] of [
    ["2004-01", 422],
    ["nonsense", 404],
    ["2005-13", 404],
    ["..%2f", 400],
  ] as const) {
    test(`${period}: ${status}`, async () => expect((await made.get(`/report/${period}`)).status).toBe(status));
  }
});

describe("the preview", () => {
  test("has the figures of the report, and whoever reads drafts may look", async () => {
    const text = await page("/report/2005-07", made, "reader");
    expect(text).toMatch(/Distinct users[\s\S]*?<td[^>]*>3<\/td>/);
    // Four documents on each of 31 days.
    expect(text).toMatch(/Files per day[\s\S]*?<td[^>]*>4<\/td>/);
    expect(text).not.toContain("/report/2005-07/labels");
  });

  test("leads an editor from each name to the field in which it is renamed", async () => {
    const names = [...(await page("/report/2005-07")).matchAll(/href="(\/report\/2005-07\/labels)#([^"]+)"/g)];
    expect(names.map(([, , id]) => id)).toContain("measure.readers");
    const labels = await page(names[0]![1]!);
    for (const [, , id] of names) expect(labels).toContain(`id="${id}"`);
  });

  test("is, as a whole, a page by itself that runs nothing and is framed by nobody", async () => {
    const answer = await made.get("/report/2005-07/page");
    expect(answer.headers.get("content-security-policy")).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
    const text = await answer.text();
    expect(text).toContain("<h1>Readership, July 2005</h1>");
    expect(text).not.toContain("<b>.html");
  });

  test("has the comparison and the tables that are chosen", async () => {
    const all = await page("/report/2005-07/page");
    const few = await page("/report/2005-07/page?compare=year-ago&chosen=yes&with-hours=on");
    expect(all).toContain("Days of the week");
    expect(few).not.toContain("Days of the week");
    expect(few).toContain("Hours of the day");
    expect(few).toContain("July 2004");
    expect(await page("/report/2005-07?compare=year-ago")).toContain("July 2004");
    expect(await page("/report/2005-07?compare=year-ago&chosen=yes&with-hours=on")).toContain(
      'name="with-hours" checked',
    );
  });

  test("is made once for as long as nothing changes: a second look takes a moment", async () => {
    await made.get("/report/2005-Q3");
    const before = made.desk.jobs.all().length;
    const began = performance.now();
    expect((await made.get("/report/2005-Q3")).status).toBe(200);
    expect(performance.now() - began).toBeLessThan(300);
    expect(made.desk.jobs.all().length).toBe(before);
  });

  test("says what has changed since the last look of the same person", async () => {
    expect(await page("/report/2005-H2")).toContain("This is your first look");
    expect(await page("/report/2005-H2")).toContain("This is your first look");
    appendFileSync(join(made.folder, "blacklist.csv"), "192.0.2.3,,,robot,a test,A,2006-01-01\n");
    const settingsFile = join(made.folder, "broadsheet.yaml");
    const before = readFileSync(settingsFile, "utf8");
    writeFileSync(settingsFile, before.replace(/\}\s*$/, ',"methodology":{"blacklist":"blacklist.csv"}}'));
    const text = await page("/report/2005-H2");
    expect(text).toMatch(/figures have changed since your last look/);
    expect(text).toMatch(/<th scope="row">Distinct users<\/th><td class="left">July 2005<\/td><td>3<\/td><td>2<\/td>/);
    // Looking again changes nothing about it; another person has another last look.
    expect(await page("/report/2005-H2")).toContain("<td>3</td><td>2</td>");
    expect(await page("/report/2005-H2", made, "reader")).toContain("This is your first look");
    writeFileSync(settingsFile, before);
  });
});

describe("rules and their effect", () => {
  test("ranges, other methodologies and the rules as they are stand on one page", async () => {
    const text = await page("/report/2005-07/rules");
    expect(text).toContain("How far the figures would move");
    expect(text).toMatch(/wikimedia<\/th>/);
    expect(text).toContain("<code>heavyReaders</code>");
  });
});

describe("the commentary", () => {
  const place = "/report/2005-07/commentary";
  const head = "---\nby: A. Editor\ndate: 2006-01-15\n---\n";
  const look = async (text: string): Promise<{status: number; text: string}> => {
    const form = hiddenFields(await page(place));
    const answer = await made.post(`${place}/look`, {...form, text});
    return {status: answer.status, text: await answer.text()};
  };

  test("begins with who writes, and the day", async () => {
    expect(await page(place)).toContain("---\nby: &quot;The editor&quot;\ndate: 2006-01-01\n---\n");
  });

  test("is shown with its figures before it is saved", async () => {
    const {text} = await look(`${head}We had {{readers 2005-07}} readers, <i>at</i> most.\n`);
    expect(text).toContain("HTML cannot stand in a commentary");
    expect(text).toContain("commentary/2005-07.md:5:37");
    const fine = await look(`${head}We had {{readers 2005-07}} readers, **at** most.\n`);
    expect(fine.text).toMatch(/<div id="look">[\s\S]*We had 3 readers, <strong>at<\/strong> most\./);
    expect(existsSync(join(made.folder, "commentary"))).toBe(false);
  });

  test("may name a figure of another period, which is counted for it", async () => {
    const {text} = await look(`${head}In the half-year {{readers 2005-H2}}.\n`);
    expect(text).toContain("In the half-year 3.");
  });

  test("that names a figure that there is not is told with the line", async () => {
    const {text} = await look(`${head}\n{{readrs 2005-07}}\n`);
    expect(text).toContain("there is no figure &quot;readrs&quot;");
    expect(text).toContain("commentary/2005-07.md:6:1");
  });

  test("is saved where nobody else has changed it, and stands in the report then", async () => {
    const form = hiddenFields(await page(place));
    const text = `${head}We had {{readers 2005-07}} readers.\n`;
    const answer = await made.post(`${place}/save`, {...form, text: text.replaceAll("\n", "\r\n")});
    expect([answer.status, answer.headers.get("location")]).toEqual([303, `${place}?saved=yes`]);
    expect(readFileSync(join(made.folder, "commentary/2005-07.md"), "utf8")).toBe(text);
    expect(await page("/report/2005-07/page")).toContain("We had 3 readers.");
    const again = await made.post(`${place}/save`, {...form, text: `${head}Others.\n`});
    expect(again.status).toBe(409);
    expect(await again.text()).toContain("Others.\n</textarea>");
    expect(made.acts.some(([who, act]) => who === "editor" && act === "commentary-saved")).toBe(true);
  });

  test("that cannot stand in a report is not saved, and is still there", async () => {
    const form = hiddenFields(await page(place));
    const answer = await made.post(`${place}/save`, {...form, text: "no head\n"});
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain("no head\n</textarea>");
  });

  test("is written by whoever may change settings alone", async () => {
    expect((await made.get(place, "reader")).status).toBe(403);
    expect((await made.post(`${place}/save`, {made: "none", text: head}, "bookkeeper")).status).toBe(403);
  });
});

describe("labels", () => {
  test("are renamed in a list of all that the report has, and shown before they are saved", async () => {
    const place = "/report/2005-07/labels";
    const text = await page(place);
    expect(text).toContain('name="id" value="measure.readers"');
    const {made: from} = hiddenFields(text);
    const answer = await made.post(`${place}/look`, {
      made: from!,
      id: ["measure.readers", "table.hours"],
      label: ["Readers <3", ""],
    });
    const look = await answer.text();
    expect(look).toContain("Readers &lt;3");
    const saved = await made.post("/settings/save", hiddenFields(look));
    expect(saved.headers.get("location")).toBe(`${place}?saved=yes`);
    expect(await page("/report/2005-07")).toContain("Readers &lt;3");
    const late = await made.post(`${place}/look`, {made: from!, id: ["measure.readers"], label: ["Typed"]});
    expect(late.status).toBe(409);
    expect(await late.text()).toContain('value="Typed"');
  });
});

const translated = [
  ["German", () => german, "Regeln und ihre Wirkung", "Verschiedene Nutzer"],
  ["Arabic", () => arabic, "القواعد وأثرها", "المستخدمون الفريدون"],
] as const;
for (const [language, desk, head, figure] of rowsOf(translated, 1)) {
  test(`the screen is in ${language}`, async () => {
    const text = await page("/report/2005-07", desk());
    expect(text).toContain(head);
    expect(text).toContain(figure);
    for (const path of ["", "/rules", "/commentary", "/labels"]) {
      expect((await desk().get(`/report/2005-07${path}`)).status, path).toBe(200);
    }
    expect(desk().bugs).toEqual([]);
  });
}

test("there was no bug", () => expect(made.bugs).toEqual([]));

describe("documents and departments", () => {
  const place = "/report/2005-07/labels";
  let own: TestDesk;
  beforeAll(async () => {
    const files = {
      "logs/july.log": july,
      "titles.csv": "path,title,group\n/b.html,Elsewhere,\n",
      "departments.csv": "prefix,department,language,title\n/,english,en,\n",
    };
    own = deskOf({settings: {titles: "titles.csv", departments: "departments.csv", smallest: 1}, files});
    await ingestLogs(own.desk.store(), {logs: ["logs/july.log"]});
  });
  afterAll(() => own.remove());

  test("are named in their tables, and the report has the names then", async () => {
    const text = await page(place, own);
    expect(text).toContain('name="id" value="/a.html"');
    const ways = [...text.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id!);
    expect(ways.filter((id) => id.startsWith("titles-")).length).toBeGreaterThan(1);
    for (const start of ["departments-", "table.", "column.", "verdict.", "measure."]) {
      expect(
        ways.some((id) => id.startsWith(start)),
        start,
      ).toBe(true);
    }
    for (const id of ways) expect(text).toContain(`id="${id}"`);
    const form = [...text.matchAll(/<form [\s\S]*?<\/form>/g)].map(([one]) => hiddenFields(one));
    const titles = form.find(({table}) => table === "titles")!;
    const answer = await own.post("/report/2005-07/names", {
      ...titles,
      id: ["/a.html", "/<b>.html"],
      label: ["The <first>", ""],
    });
    expect(answer.headers.get("location")).toBe(`${place}?saved=titles`);
    expect(readFileSync(join(own.folder, "titles.csv"), "utf8")).toBe(
      "path,title,group\n/b.html,Elsewhere,\n/a.html,The <first>,\n",
    );
    expect(await page("/report/2005-07/page", own)).toContain("The &lt;first&gt;");
    expect(await page(`${place}?saved=titles`, own)).toContain("Saved: titles.csv.");
    const again = await own.post("/report/2005-07/names", {...titles, id: ["/a.html"], label: ["Another"]});
    expect(again.status).toBe(409);
    expect(await again.text()).toContain('value="Another"');
    const departments = form.find(({table}) => table === "departments")!;
    await own.post("/report/2005-07/names", {...departments, id: ["english"], label: ["In English"]});
    expect(readFileSync(join(own.folder, "departments.csv"), "utf8")).toContain("/,english,en,In English\n");
    expect(own.bugs).toEqual([]);
  });

  test("are named nowhere while the settings name no table", async () => {
    expect(await page(place)).toContain("the settings have to name it first");
  });
});
