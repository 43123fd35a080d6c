import {existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, describe, expect, test} from "vitest";
import {UserError} from "../../../src/base/error.ts";
import {ingestLogs} from "../../../src/operations/ingest.ts";
import {openStore} from "../../../src/operations/store/store.ts";
import {whatNeedsAPerson} from "../../../src/operations/today/tasks.ts";
import {jobNotesIn} from "../../../src/serve/desk/job-notes.ts";
import {openJobs} from "../../../src/serve/desk/jobs.ts";
import {serveDesk} from "../../../src/serve/desk/start.ts";
import {lineOf} from "../../intake/workshop.ts";
import {removeTree} from "../../remove-tree.ts";
import {longTest} from "../../run/amounts.ts";
import {type Asker, type DeskWish, deskOf, type TestDesk} from "./desk-of.ts";

const now = () => Date.UTC(2026, 2, 1, 12);
const two = (day: number): string => String(day).padStart(2, "0");
const february = Array.from({length: 28}, (_, place) => lineOf(place + 1, {day: `${two(place + 1)}/Feb/2026`})).join(
  "",
);
const heavy = ["a", "b", "c"].map((name) => lineOf(60_000, {path: `/${name}.html`, day: "02/Jan/2026"})).join("");

let desk: TestDesk;
afterEach(() => desk.remove());

/** A desk of which the logs in the folder are read. */
async function open(wish: DeskWish = {}): Promise<TestDesk> {
  desk = deskOf({now, settings: {methodology: {heavyReaders: {documents: 2}}}, ...wish});
  const store = openStore(desk.folder, {now});
  if (wish.files) await ingestLogs(store, {logs: ["logs"]}).catch(() => {});
  return desk;
}

const text = async (path: string, as: Asker = "editor"): Promise<string> => (await desk.get(path, as)).text();

/** The start page when all that takes long is found out. */
async function today(as: Asker = "editor"): Promise<string> {
  await whatNeedsAPerson(openStore(desk.folder, {now}), {language: "en"});
  return text("/", as);
}

describe("the start page", () => {
  test("has what needs a person, each with a way to it, and this month so far as unfinished", async () => {
    await open({
      files: {
        "logs/a.log": heavy + february + lineOf(9, {day: "01/Mar/2026"}),
        "ledger/editions.csv": "oops\n1\n",
      },
    });
    const page = await today();
    expect(page).toContain("Logs are read until 2026-03-01.");
    expect(page).toMatch(/February 2026 can be published[\s\S]*?href="\/publish\/2026-02"/);
    expect(page).toMatch(
      /January 2026: logs are missing\.[\s\S]*?No line on days 1, 3–31\.[\s\S]*?href="\/months\/2026-01"/,
    );
    expect(page).toMatch(/January 2026: 1 client is undecided\.[\s\S]*?href="\/review/);
    expect(page).toMatch(/The books have 1 fault\.[\s\S]*?editions\.csv[\s\S]*?href="\/books"/);
    expect(page).toContain("March 2026 so far");
    expect(page).toContain("Unfinished: 1 of 31 days are read.");
    expect(page).toMatch(/<dt>Distinct users<\/dt><dd>1<\/dd>/);
  });

  test("leads only where whoever looks may go", async () => {
    await open({files: {"logs/a.log": heavy, "ledger/editions.csv": "oops\n1\n"}});
    await today();
    expect(await text("/", "bookkeeper")).toContain('href="/books">Books</a></p>');
    expect(await text("/", "bookkeeper")).not.toContain('href="/review');
    expect(await text("/", "reader")).not.toContain('href="/books">Books</a></p>');
    expect((await desk.get("/", "nobody")).status).toBe(303);
  });

  test("says that nothing needs a person, and that nothing was read", async () => {
    await open({files: {"logs/a.log": lineOf(9, {day: "01/Mar/2026"})}});
    expect(await today()).toContain("Nothing needs a person.");
    await desk.remove();
    await open();
    const page = await text("/");
    expect(page).toContain("Nothing was read yet");
  });

  test("finds out what takes long once, as long work, and goes on by itself meanwhile", async () => {
    await open({files: {"logs/a.log": february}});
    expect(await text("/")).toContain("this page goes on by itself");
    const [look] = desk.desk.jobs.all();
    const other = await desk.get("/", "reader");
    expect([other.headers.get("refresh"), await other.text()]).toEqual(["2", expect.not.stringContaining("data-live")]);
    expect(desk.desk.jobs.all()).toHaveLength(1);
    while (desk.desk.jobs.job(look!.id)!.state !== "done")
      await desk.desk.jobs.changed(look!.id, new AbortController().signal);
    const page = await text("/");
    expect(page).toContain("February 2026 can be published");
    expect(page).not.toContain("goes on by itself");
    expect(page).not.toContain("<script");
  });

  for (const [language, says] of [
    ["de", "Februar 2026 kann veröffentlicht werden"],
    ["ar", "يمكن نشره"],
    ["zh", "可以发布"],
  ] as const) {
    test(`speaks ${language}`, async () => {
      await open({language, files: {"logs/a.log": february}});
      await whatNeedsAPerson(openStore(desk.folder, {now}), {language});
      const page = await text("/");
      expect(page).toContain(says);
    });
  }
});

describe("the page of long work", () => {
  const start = async (run: (signal: AbortSignal) => Promise<void>) => {
    await open();
    return desk.desk.jobs.start({
      ...{title: "Reading 2 files", by: "reader", byName: "The <reader>"},
      run: async ({listener, signal}) => {
        listener?.progress?.({bytesRead: 250, bytes: 1000, inputsRead: 1, inputs: 2});
        await run(signal!);
        return {to: "/months"};
      },
    });
  };
  const untilStopped = (signal: AbortSignal): Promise<void> =>
    new Promise((_, fail) => signal.addEventListener("abort", () => fail(new Error("stopped"))));

  test("shows how far it is, who has begun it, and a button that stops it", async () => {
    const job = await start(untilStopped);
    const page = await text(`/jobs/${job.id}`);
    expect(page).toContain("1 of 2 files, 25.0%");
    expect(page).toContain("The &lt;reader&gt;");
    expect(page).toContain('<noscript><meta http-equiv="refresh"');
    const answer = await desk.post(`/jobs/${job.id}/stop`);
    expect([answer.status, answer.headers.get("location")]).toEqual([303, `/jobs/${job.id}`]);
    await desk.desk.jobs.changed(job.id, new AbortController().signal);
    expect(await text(`/jobs/${job.id}`)).toContain("It was stopped.");
    expect(desk.acts).toEqual([["editor", "job-stop", "Reading 2 files"]]);
  });

  test("leads to what came of it, and goes on no more", async () => {
    const job = await start(async () => {});
    await desk.desk.jobs.changed(job.id, new AbortController().signal);
    const page = await text(`/jobs/${job.id}`);
    expect(page).toContain('href="/months">See what came of it');
    expect(page).not.toContain("refresh");
    await desk.post(`/jobs/${job.id}/forget`);
    expect((await desk.get(`/jobs/${job.id}`)).status).toBe(404);
  });

  longTest("tells of every file that was refused and of the sum, however many were read", async () => {
    await open({
      files: Object.fromEntries(
        Array.from({length: 230}, (_, place) => [`logs/${place}.log`, place % 8 === 7 ? "x" : ""]),
      ),
    });
    const logs = Array.from({length: 230}, (_, place) => `logs/${place}.log`);
    const job = desk.desk.jobs.start({
      ...{title: "Reading", by: "editor"},
      run: async (attendance) => {
        await ingestLogs(openStore(desk.folder, {now}), {logs}, attendance);
        return {to: "/"};
      },
    });
    while (desk.desk.jobs.job(job.id)!.state === "running")
      await desk.desk.jobs.changed(job.id, new AbortController().signal);
    const page = await text(`/jobs/${job.id}`);
    expect(page.match(/nothing of it counts/g)).toHaveLength(28);
    expect(page).toContain("Of 28 files nothing was counted.");
  });

  test("is its beginner's and an editor's alone", async () => {
    const job = await start(untilStopped);
    for (const [as, status] of [
      ["reader", 200],
      ["editor", 200],
      ["bookkeeper", 404],
    ] as const) {
      expect((await desk.get(`/jobs/${job.id}`, as)).status).toBe(status);
    }
    expect((await desk.post(`/jobs/${job.id}/stop`, {}, "bookkeeper")).status).toBe(404);
    expect((await desk.get(`/jobs/${job.id}/events`, "bookkeeper")).status).toBe(404);
  });

  test("has events until it has ended", async () => {
    const ends: (() => void)[] = [];
    const job = await start(() => new Promise<void>((done) => ends.push(done)));
    const answer = await desk.get(`/jobs/${job.id}/events`);
    expect(answer.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
    setTimeout(() => ends[0]!(), 50);
    expect(await answer.text()).toBe("data: running\n\ndata: done\n\n");
  });
});

test("a job whose desk was killed, or ended, is told by the next, until somebody takes it off the list", async () => {
  await open();
  const folder = mkdtempSync(join(tmpdir(), "broadsheet-notes-"));
  const notes = jobNotesIn(join(folder, "jobs.json"));
  const first = openJobs(() => {}, notes);
  const cut = first.start({title: "Reading 3 files", by: "a", byName: "A", run: () => new Promise(() => {})});
  const done = first.start({title: "Done", by: "a", run: async () => ({to: "/"})});
  await first.changed(done.id, new AbortController().signal);
  const second = openJobs(() => {}, notes);
  expect(second.all()).toMatchObject([{id: cut.id, title: "Reading 3 files", state: "interrupted", byName: "A"}]);
  expect(openJobs(() => {}, notes).all()).toHaveLength(1);
  second.forget(cut.id);
  expect(openJobs(() => {}, notes).all()).toEqual([]);
  const last = openJobs(() => {}, notes);
  const run = ({signal}: {readonly signal?: AbortSignal | undefined}) =>
    new Promise<never>((_, fail) => signal?.addEventListener("abort", () => fail(new UserError("ABORTED", "a", "b"))));
  for (const title of ["1", "2", "3"]) last.start({title, by: "a", run});
  await last.end();
  expect(openJobs(() => {}, notes).all()).toMatchObject(
    ["3", "2", "1"].map((title) => ({title, state: "interrupted"})),
  );
  writeFileSync(join(folder, "jobs.json"), "{damaged");
  expect(openJobs(() => {}, notes).all()).toEqual([]);
  expect(readFileSync(join(folder, "jobs.json"), "utf8")).toBe("{damaged");
  removeTree(folder);
});

test("of two desks on one workspace the first alone tells what was cut off, and clears what was left", async () => {
  await open();
  const {folder} = desk;
  const left = (name: string): string => join(folder, "desk/logs", `${name}1111111-2222-3333-4444-555555555555`);
  mkdirSync(left("1"), {recursive: true});
  writeFileSync(join(folder, "desk/jobs.json"), JSON.stringify([{id: "a", title: "Reading", by: "b", byName: null}]));
  const start = () => serveDesk(folder, {listen: {host: "127.0.0.1", port: 0}, world: {now}}, () => {});
  const first = await start();
  expect(existsSync(left("1"))).toBe(false);
  mkdirSync(left("2"));
  const second = await start();
  await second.drain();
  expect(existsSync(left("2"))).toBe(true);
  await first.drain();
  expect(JSON.parse(readFileSync(join(folder, "desk/jobs.json"), "utf8"))).toHaveLength(1);
  await (await start()).drain();
  expect(existsSync(left("2"))).toBe(false);
});
