import {appendFileSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {linesFrom, runHere} from "../../intake/workshop.ts";
import {deskOf, type TestDesk} from "./desk-of.ts";

/* The desk stands on 5 March 2026, and has a month's log in which days are missing. */
const now = (): number => Date.UTC(2026, 2, 5);
const page = "/publish/2026-02";

async function pressWithLog(): Promise<TestDesk> {
  const made = deskOf({now, settings: {methodology: {blacklist: "blacklist.csv"}}});
  writeFileSync(join(made.folder, "logs", "a.log"), linesFrom(0, 30));
  const said = await runHere(["-C", made.folder, "ingest", "logs/a.log", "--quiet"], made.folder);
  expect(said.status, said.stderr).toBe(0);
  return made;
}

const seenIn = (text: string): string => /name="seen" value="([0-9a-f]{64})"/.exec(text)![1]!;
const editionFolder = (made: TestDesk): string => join(made.folder, "published", "2026-02");

describe("an edition is published at the desk", () => {
  let made: TestDesk;
  beforeAll(async () => {
    made = await pressWithLog();
  });
  afterAll(() => made.remove());

  test("the screen has what waits, no edition, no key, and an announcement's form", async () => {
    const text = await (await made.get("/publish")).text();
    expect(text).toContain("Nothing was published yet.");
    expect(text).toContain("The first edition makes the key.");
    expect(text).toContain('action="/publish/announce"');
  });

  test("a period that is typed leads to its page, by its name; one that is none is refused", async () => {
    const answer = await made.get("/publish/period?period=2026-01..2026-03");
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/publish/2026-Q1"]);
    expect((await made.get("/publish/period?period=Lent")).status).toBe(422);
    expect((await made.get("/publish/..%2fstore")).status).toBe(400);
  });

  test("what is doubtful stands there at a glance", async () => {
    const text = await (await made.get(page)).text();
    expect(text).toContain("Before it is published: February 2026");
    expect(text).toMatch(/<dt>Days without logs<\/dt><dd class="doubt">/);
    expect(text).toMatch(/<dt>Undecided clients<\/dt><dd>–<\/dd>/);
    expect(text).toContain("Publish February 2026");
  });

  test("whoever may see drafts sees it, and has no button", async () => {
    const text = await (await made.get(page, "reader")).text();
    expect(text).toContain("Days without logs");
    expect(text).not.toContain('name="seen"');
    expect((await made.post(page, {seen: "0".repeat(64), accept: "x"}, "reader")).status).toBe(403);
  });

  test("without a reason nothing is published, and the page says so", async () => {
    const seen = seenIn(await (await made.get(page)).text());
    const answer = await made.post(page, {seen, accept: "  "});
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain("Say why, or mend first what is doubtful.");
    expect(existsSync(editionFolder(made))).toBe(false);
  });

  test("other doubts than those that were seen are not accepted", async () => {
    const answer = await made.post(page, {seen: "0".repeat(64), accept: "because"});
    await expect(made.done(answer)).rejects.toThrow("something else is doubtful now");
    expect(existsSync(editionFolder(made))).toBe(false);
  });

  test("with the reason it is published, recorded, and never again", async () => {
    const seen = seenIn(await (await made.get(page)).text());
    expect(await made.done(await made.post(page, {seen, accept: "the server was new"}))).toBe(page);
    const record = JSON.parse(readFileSync(join(editionFolder(made), "edition.json"), "utf8")) as {accepted: unknown[]};
    expect(record.accepted[0]).toMatchObject({id: "missing-days", reason: "the server was new"});
    expect(made.acts).toEqual([["editor", "publish", "2026-02"]]);
    const text = await (await made.get(page)).text();
    expect(text).toContain("Published 2026-03-05.");
    expect(text).toContain("the server was new");
    expect(await made.done(await made.post(page, {seen, accept: "twice"}))).toBe(page);
    expect(made.acts).toHaveLength(1);
  });

  test("its files can be saved, and nothing else", async () => {
    const answer = await made.get(`${page}/files/report.pdf`);
    expect(answer.headers.get("content-disposition")).toBe('attachment; filename="2026-02-report.pdf"');
    expect(Buffer.from(await answer.arrayBuffer()).equals(readFileSync(join(editionFolder(made), "report.pdf")))).toBe(
      true,
    );
    const page2 = await (await made.get(page)).text();
    expect(page2).toContain(`href="${page}/files/data/figures.csv"`);
    expect((await made.get(`${page}/files/data/figures.csv`)).status).toBe(200);
    for (const path of ["../keys.txt", "..%2fkeys.txt", "nothing.txt", "data", "%2fetc%2fpasswd"]) {
      expect((await made.get(`${page}/files/${path}`)).status, path).toBeGreaterThanOrEqual(300);
    }
    expect((await made.get("/publish/2026-01/files/report.pdf")).status).toBe(404);
  });

  test("the screen has the edition with its state, and the key", async () => {
    const text = await (await made.get("/publish")).text();
    expect(text).toMatch(/<a href="\/publish\/2026-02">February 2026<\/a>/);
    expect(text).toMatch(/<pre><code>RW[\w+/]{54}<\/code><\/pre>/);
  });

  test("it is verified by a button", async () => {
    expect(await (await made.get(`${page}/verified`)).text()).toContain("It has not been verified");
    const to = await made.done(await made.post(`${page}/verify`, {}, "reader"));
    const text = await (await made.get(to)).text();
    expect(text).toContain("1, whole and signed: verified");
    expect(text).toContain("3, all editions agree: verified");
    expect((await made.post("/publish/2026-01/verify")).status).toBe(404);
  });

  test("nothing has moved, until a client is no reader", async () => {
    expect(await (await made.get(`${page}/moved`)).text()).toContain("Every figure is as it was published.");
    const [client] = /^\S+/.exec(linesFrom(0, 1))!;
    appendFileSync(join(made.folder, "blacklist.csv"), `${client},,,robot,loud,A. Editor,2026-03-04\n`);
    const text = await (await made.get(`${page}/moved`)).text();
    expect(text).toContain('name="reason"');
    const readers = /<bdi>Distinct users<\/bdi><\/th>[^\n]*<td>(\d+)<\/td><td>(\d+)<\/td>/.exec(text)!;
    expect([Number(readers[1]) - Number(readers[2])]).toEqual([1]);
    const refused = await made.post(`${page}/moved`, {kind: "revision", reason: ""});
    expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining("Say why in a sentence.")]);
    expect(await made.done(await made.post(`${page}/moved`, {kind: "correction", reason: "a robot"}))).toBe(page);
    expect(await (await made.get(page)).text()).toContain(
      "2026-03-05: Erratum 1 of February 2026, correction of an error",
    );
    expect(made.acts.at(-1)).toEqual(["editor", "correction", "2026-02 1"]);
    expect(await (await made.get(`${page}/moved`)).text()).toContain("Every figure is as it was published.");
  });

  test("the archive is built, by however many at once", async () => {
    expect(await (await made.get("/publish")).text()).toContain("It is not built yet.");
    const answers = await Promise.all([made.post("/publish/site"), made.post("/publish/site")]);
    for (const answer of answers) expect(await made.done(answer)).toBe("/publish");
    expect(made.bugs).toEqual([]);
    expect(existsSync(join(made.folder, "public", "index.html"))).toBe(true);
    expect(await (await made.get("/publish")).text()).toContain("Built on");
  });

  test("an edition is announced, once, for a day", async () => {
    const answer = await made.post("/publish/announce", {period: "2026-04", publishOn: "2026-05-10"});
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/publish"]);
    expect(made.acts.at(-1)).toEqual(["editor", "announce", "2026-04"]);
    expect(await (await made.get("/publish")).text()).toContain("<li>April 2026</li>");
    expect((await made.post("/publish/announce", {period: "2026-02", publishOn: ""})).status).toBe(422);
  });

  test("links among its files are none of its files", async () => {
    const folder = join(made.folder, "published", "2026-03");
    mkdirSync(folder);
    symlinkSync("/etc/passwd", join(folder, "report.txt"));
    expect((await made.get("/publish/2026-03/files/report.txt")).status).toBe(404);
  });
});

describe("who has to confirm that it is them", () => {
  let made: TestDesk;
  beforeAll(async () => {
    made = deskOf({now, isSureNow: false});
  });
  afterAll(() => made.remove());

  test("is led there and back, and signs nothing before", async () => {
    const text = await (await made.get("/publish")).text();
    expect(text).toContain('href="/again?to=%2Fpublish"');
    for (const path of [page, `${page}/moved`, "/publish/announce"]) {
      expect(
        (await made.post(path, {seen: "0".repeat(64), accept: "", kind: "correction", reason: "x", period: "2026-02"}))
          .status,
      ).toBe(403);
    }
  });

  test("a period without logs says so", async () => {
    expect((await made.get(page)).status).toBe(422);
  });
});

test("the screen is said in Arabic, from right to left", async () => {
  const made = deskOf({now, language: "ar"});
  const text = await (await made.get("/publish")).text();
  expect(text).toContain('dir="rtl"');
  expect(text).toContain("لم يُنشر شيء بعد.");
  await made.remove();
});
