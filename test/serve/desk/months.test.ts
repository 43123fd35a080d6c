import {existsSync, mkdirSync, readdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {gzipSync} from "node:zlib";
import {afterEach, describe, expect, test} from "vitest";
import {openStore} from "../../../src/operations/store/store.ts";
import {whatNeedsAPerson} from "../../../src/operations/today/tasks.ts";
import {clearSent} from "../../../src/serve/desk/leftovers.ts";
import {lineOf} from "../../intake/workshop.ts";
import {type Asker, type DeskWish, deskOf, type TestDesk} from "./desk-of.ts";

const now = () => Date.UTC(2026, 2, 1, 12);
const two = (day: number): string => String(day).padStart(2, "0");

/** A line of each of some days of a month, but for those that are left out. */
function linesOf(month: string, days: number, without: readonly number[] = []): string {
  const all = Array.from({length: days}, (_, place) => place + 1).filter((day) => !without.includes(day));
  return all.map((day) => lineOf(day, {day: `${two(day)}/${month}`})).join("");
}

let desk: TestDesk;
function open(wish: DeskWish = {}): TestDesk {
  desk = deskOf({now, ...wish});
  return desk;
}
afterEach(() => desk.remove());

const text = async (path: string, as: Asker = "editor"): Promise<string> => (await desk.get(path, as)).text();

async function readLogs(...names: readonly string[]): Promise<string> {
  const answer = await desk.post("/months/read/folder", {top: "0", below: "", log: names, which: "chosen"});
  const to = await desk.done(answer);
  await whatNeedsAPerson(openStore(desk.folder, {now}));
  return to;
}

const logs = {
  "logs/january.log": linesOf("Jan/2026", 31),
  "logs/february.log": `${linesOf("Feb/2026", 28, [9, 10])}no <b>line</b> of 192.0.2.77\n`,
};

describe("reading logs of a folder", () => {
  test("lists the folder, reads what is chosen, and shows the months with what is missing", async () => {
    open({files: logs});
    expect(await text("/months/read")).toContain("february.log");
    expect(await readLogs("january.log", "february.log")).toBe("/months");
    const months = await text("/months");
    expect(months).toContain("31 of 31 days, 31 requests.");
    expect(months).toContain("26 of 28 days, 26 requests. No line on days 9–10.");
    expect(desk.acts).toEqual([["editor", "logs-read", "january.log, february.log"]]);
    const february = await text("/months/2026-02");
    expect(february.match(/class="gap"/g)).toHaveLength(4);
    expect(february).toMatch(/2026-02-08<\/th><td>1<\/td><td class="left"><\/td><td class="left"><bdi>february\.log/);
    expect(february).toMatch(/2026-02-09<\/th><td>0<\/td><td class="left">the whole day</);
    expect(february).not.toContain("january.log");
  });

  test("reads a whole folder without what is no log", async () => {
    open({files: {...logs, "logs/notes.txt": "nothing\n"}});
    const answer = await desk.post("/months/read/folder", {top: "0", below: "", which: "all"});
    await desk.done(answer);
    const job = await text(answer.headers.get("location")!);
    expect(job).toContain("Of 2 files: 58 lines and 57 requests are new.");
    expect(job).toContain("passed over");
  });

  for (const [what, fields, status, says] of [
    ["a file above the folder", {top: "0", below: "", log: "../broadsheet.yaml"}, 422, "desk.logFolders"],
    ["a folder above it", {top: "0", below: "../..", log: "etc"}, 422, "desk.logFolders"],
    ["a folder that the settings do not name", {top: "7", below: "", log: "a"}, 404, "no such folder"],
    ["nothing", {top: "0", below: ""}, 422, "no log was chosen"],
    ["a file that is not there", {top: "0", below: "", log: "none.log"}, 422, "there is no such folder or file"],
  ] as const) {
    test(`${what} is refused in words, and nothing is begun`, async () => {
      open({files: logs});
      const answer = await desk.post("/months/read/folder", {...fields, which: "chosen"});
      expect([answer.status, desk.desk.jobs.all()]).toEqual([status, []]);
      expect(await answer.text()).toContain(says);
    });
  }

  test("a folder that is not there is said on the page, where logs can still be sent", async () => {
    open({settings: {desk: {logFolders: ["logs", "elsewhere"]}}});
    const page = await text("/months/read?top=1");
    expect(page).toContain("there is no such folder or file");
    expect(page).toContain('type="file"');
  });
});

describe("sending logs", () => {
  const send = (...files: readonly File[]): Promise<Response> => {
    const form = new FormData();
    for (const file of files) form.append("logs", file);
    return desk.post("/months/read/sent", form);
  };

  test("reads several, packed too, and keeps nothing of them but what they gave", async () => {
    open();
    const packed = new Uint8Array(gzipSync(logs["logs/january.log"]));
    await desk.done(await send(new File([packed], "january.log.gz"), new File([logs["logs/february.log"]], "f.log")));
    const {readUntil} = await whatNeedsAPerson(openStore(desk.folder, {now}));
    expect(readUntil).toBe("2026-02-28");
    expect(readdirSync(join(desk.folder, "desk/logs"))).toEqual([]);
    expect(readdirSync(join(desk.folder, "desk/sent"))).toEqual([]);
    expect(await text("/months/2026-01")).toContain("january.log.gz");
  });

  test("what is of the wrong kind is told by its name, without where it lay, and reports say so until somebody says it does not matter", async () => {
    open();
    const answer = await send(
      new File(["GIF89a\x01\x02"], "<i>photo.gif"),
      new File([logs["logs/january.log"]], "j.log"),
    );
    await desk.done(answer);
    const job = await text(answer.headers.get("location")!);
    expect(job).toContain("&lt;i&gt;photo.gif");
    expect(job).toContain("nothing of it counts");
    expect(job).not.toContain(desk.folder);
    expect(await text("/months")).toContain("&lt;i&gt;photo.gif");
    const forget = await desk.post("/months/drop", {input: "<i>photo.gif"});
    await desk.done(forget);
    expect(await text("/months")).not.toContain("photo.gif");
  });

  test("none at all is refused in words", async () => {
    open();
    const answer = await send(new File([], ""));
    expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining("no log was chosen")]);
  });

  test("more than is taken is refused before it is read", async () => {
    open();
    const answer = await desk.post("/months/read/sent", new FormData(), "editor", {"content-length": "8000000000"});
    expect([answer.status, existsSync(join(desk.folder, "desk/logs"))]).toEqual([413, false]);
  });

  test("what a desk that was killed has left is taken away by the next, and nothing else", () => {
    open();
    const left = ["desk/logs/11111111-2222-3333-4444-555555555555", "desk/sent/sent-aB3xYz"];
    const folders = [...left, "desk/logs/of-a-person", "desk/sent/other"].map((name) => join(desk.folder, name));
    for (const folder of folders) mkdirSync(folder, {recursive: true});
    writeFileSync(join(folders[0]!, "0"), "a line\n");
    clearSent(desk.folder);
    expect(folders.map((folder) => existsSync(folder))).toEqual([false, false, true, true]);
  });
});

describe("taking a log out", () => {
  const hashIn = (page: string): string => /\/months\/drop\?input=([0-9a-f]{64})/.exec(page)![1]!;

  test("is shown first, done as long work, and written down", async () => {
    open({files: logs});
    await readLogs("january.log", "february.log");
    const input = hashIn(await text("/months/2026-01"));
    const plan = await text(`/months/drop?input=${input}`);
    expect(plan).toContain("With it go 31 lines and 31 requests.");
    expect(plan).toContain("Of January 2026.");
    expect(plan).toContain('action="/months/drop"');
    await desk.done(await desk.post("/months/drop", {input}));
    expect((await desk.get("/months/2026-01")).status).toBe(404);
    expect(desk.acts.at(-1)).toEqual(["editor", "inputs-drop", "january.log"]);
  });

  test("of a month that is published asks for the second factor again", async () => {
    open({files: {...logs, "published/2026-01.json": "{}"}, isSureNow: false});
    await readLogs("january.log");
    const input = hashIn(await text("/months/2026-01"));
    const plan = await text(`/months/drop?input=${input}`);
    expect(plan).toContain("Published: January 2026.");
    expect(plan).toContain('action="/months/drop/published"');
    expect((await desk.post("/months/drop/published", {input})).status).toBe(403);
    const plain = await desk.post("/months/drop", {input});
    expect([plain.status, plain.headers.get("location")]).toEqual([303, `/months/drop?input=${input}`]);
    expect(await text("/months/2026-01")).toContain("january.log");
  });

  test("a log that nobody read is refused in words", async () => {
    open();
    const answer = await desk.get("/months/drop?input=nothing.log");
    expect([answer.status, await answer.text()]).toEqual([
      422,
      expect.stringContaining("see what was read under Months"),
    ]);
  });
});

test("lines that could not be read stand with their shape, by reason, escaped, and without a word of theirs", async () => {
  open({files: logs});
  await readLogs("february.log");
  expect(await text("/months/2026-02")).toContain("/months/2026-02/quarantine?reason=no-time");
  const page = await text("/months/2026-02/quarantine?reason=no-time");
  expect(page).toContain("february.log");
  expect(page).toContain("holds no time");
  expect(page).not.toContain("192.0.2.77");
  expect((await desk.get("/months/2026-02/quarantine?reason=x")).status).toBe(400);
  expect(await text("/months/2026-02/quarantine?reason=bad-time")).toContain("There are none.");
});

describe("who may", () => {
  for (const [path, as, status] of [
    ["/months", "reader", 200],
    ["/months", "nobody", 303],
    ["/months/read", "reader", 403],
    ["/months/read", "bookkeeper", 403],
    ["/months/drop?input=a", "reviewer", 403],
    ["/months/2026-13", "editor", 404],
    ["/months/2026-01", "editor", 404],
    ["/months/none/quarantine", "reader", 200],
  ] as const) {
    test(`${as} at ${path}: ${status}`, async () => {
      open();
      expect((await desk.get(path, as)).status).toBe(status);
    });
  }

  test("a reader of drafts sees months without the ways to change them", async () => {
    open({files: logs});
    await readLogs("january.log");
    for (const path of ["/months", "/months/2026-01"]) {
      expect(await text(path, "reader")).not.toMatch(/\/months\/(?:read|drop)/);
    }
    const answer = await desk.post("/months/drop", {input: "january.log"}, "reader");
    expect(answer.status).toBe(403);
  });
});

test("before the days are counted the pages say so, go on by themselves, and show them then", async () => {
  open({files: logs});
  const answer = await desk.post("/months/read/folder", {top: "0", below: "", log: "january.log", which: "chosen"});
  await desk.done(answer);
  const first = await text("/months");
  expect(first).toContain("this page goes on by itself");
  expect(first).toContain('<noscript><meta http-equiv="refresh"');
  const look = desk.desk.jobs.all().find(({title}) => title.startsWith("Looking"));
  expect(desk.desk.jobs.all()).toHaveLength(2);
  await text("/months");
  expect(desk.desk.jobs.all()).toHaveLength(2);
  while (desk.desk.jobs.job(look!.id)!.state !== "done")
    await desk.desk.jobs.changed(look!.id, new AbortController().signal);
  expect(await text("/months")).toContain("31 of 31 days");
});
