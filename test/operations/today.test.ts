import {readFileSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, test} from "vitest";
import {openStore} from "../../src/operations/store/store.ts";
import {type NeedOfToday, type Task, whatNeedsAPerson} from "../../src/operations/today/tasks.ts";
import {lineOf, Workshop} from "../intake/workshop.ts";
import {longTest} from "../run/amounts.ts";

let press: Workshop;
beforeEach(() => {
  press = new Workshop("publication: The Test Press\nmethodology: {heavyReaders: {documents: 2}}\n");
});
afterEach(() => press.remove());

const two = (day: number): string => String(day).padStart(2, "0");

/** A line a day, each of another client. */
function linesOfDays(month: string, from: number, until: number): string {
  const days = Array.from({length: until - from + 1}, (_, place) => from + place);
  return days.map((day) => lineOf(day, {day: `${two(day)}/${month}`})).join("");
}

/** Of one client, more documents than the limit. */
const heavy = ["a", "b", "c"].map((name) => lineOf(60_000, {path: `/${name}.html`})).join("");

/** What needs a person at noon of a day. */
function needs(now = "2026-03-01", isQuick = false): Promise<NeedOfToday> {
  return whatNeedsAPerson(openStore(press.folder, {now: () => Date.parse(`${now}T12:00:00Z`)}), {isQuick});
}

async function read(name: string, lines: string): Promise<void> {
  await press.ingest([press.write(name, lines), "--quiet"]);
}

function about(tasks: readonly Task[]): string[] {
  return tasks.map((task) =>
    `${task.about} ${"period" in task ? task.period : "month" in task ? task.month : ""}`.trim(),
  );
}

describe("a month is ready", () => {
  test("when it is over and has a line of each day; of months that follow each other, all at once", async () => {
    await read("a.log", linesOfDays("Jan/2026", 1, 31) + linesOfDays("Feb/2026", 1, 28));
    expect(about((await needs()).tasks)).toEqual(["ready 2026-01..2026-02"]);
    expect(about((await needs("2026-02-28")).tasks)).toEqual(["ready 2026-01"]);
  });

  test("not across the end of a year", async () => {
    await read("a.log", linesOfDays("Dec/2025", 1, 31) + linesOfDays("Jan/2026", 1, 31));
    expect(about((await needs()).tasks)).toEqual(["ready 2025-12", "ready 2026-01"]);
  });

  test("not while a client is undecided", async () => {
    await read("a.log", linesOfDays("Feb/2026", 1, 28) + heavy);
    const {tasks} = await needs();
    expect(about(tasks)).toEqual(["undecided 2026-02"]);
    expect(tasks[0]).toMatchObject({clients: 1});
  });

  test("not where its log breaks off on the last day, at hours that have many", async () => {
    const hours = Array.from({length: 28 * 24 - 5}, (_, hour) => hour);
    const lines = hours.flatMap((hour) => {
      const [day, clock] = [two(1 + Math.floor(hour / 24)), hour % 24];
      return Array.from({length: 21}, (_, place) =>
        lineOf(clock * 3600 + place, {day: `${day}/Feb/2026`, path: "/a.html"}),
      );
    });
    await read("a.log", lines.join(""));
    const found = (await needs()).tasks.filter(({about: what}) => what !== "undecided");
    const [from, until] = [Date.UTC(2026, 1, 28, 19) / 1000, Date.UTC(2026, 2, 1) / 1000];
    expect(found).toEqual([{about: "gaps", month: "2026-02", missingDays: [], gaps: [{from, until}]}]);
  });
});

test("months that no line speaks of stand together, across years", async () => {
  await read("a.log", linesOfDays("Jan/2024", 1, 31) + linesOfDays("Feb/2026", 1, 28));
  expect(about((await needs()).tasks)).toEqual(["ready 2024-01", "ready 2026-02", "empty 2024-02..2026-01"]);
});

describe("this month so far", () => {
  test("has the figures of what was read, and no day that is to come as a gap", async () => {
    await read("a.log", linesOfDays("Mar/2026", 1, 1) + linesOfDays("Mar/2026", 3, 3));
    const {soFar, tasks, readUntil} = await needs("2026-03-09");
    expect(readUntil).toBe("2026-03-03");
    expect(tasks).toEqual([{about: "gaps", month: "2026-03", missingDays: ["2026-03-02"], gaps: []}]);
    expect(soFar).toMatchObject({is: "found", value: {month: "2026-03", days: 31, daysCovered: 2}});
    const figures = soFar?.is === "found" ? soFar.value.figures : [];
    expect(figures.find(({id}) => id === "readers")?.value).toBe(2);
  });

  test("is nothing where nothing of it was read", async () => {
    await read("a.log", linesOfDays("Feb/2026", 1, 28));
    expect((await needs()).soFar).toBeNull();
  });
});

describe("what takes long", () => {
  test("is unknown to whoever does not wait, until it was found out, and again when something is read", async () => {
    await read("a.log", linesOfDays("Feb/2026", 1, 28));
    expect(await needs("2026-03-01", true)).toMatchObject({isUnfinished: true, tasks: []});
    const found = await needs();
    expect(found.isUnfinished).toBe(false);
    expect(await needs("2026-03-01", true)).toEqual(found);
    await read("b.log", linesOfDays("Jan/2026", 31, 31));
    expect((await needs("2026-03-01", true)).isUnfinished).toBe(true);
    expect(about((await needs()).tasks)).toEqual(["gaps 2026-01", "ready 2026-02"].toReversed());
  });

  test("is found out again when the rules are others", async () => {
    await read("a.log", linesOfDays("Feb/2026", 1, 28) + heavy);
    expect(about((await needs()).tasks)).toEqual(["undecided 2026-02"]);
    writeFileSync(join(press.folder, "broadsheet.yaml"), "publication: The Test Press\n");
    expect(await needs("2026-03-01", true)).toMatchObject({isUnfinished: true});
    expect(about((await needs()).tasks)).toEqual(["ready 2026-02"]);
  });

  test("is found out again where what was kept is damaged, of another's making or gone", async () => {
    await read("a.log", linesOfDays("Feb/2026", 1, 28));
    await needs();
    const kept = readFileSync(press.store.today, "utf8");
    expect(kept).not.toContain("198.18.");
    writeFileSync(
      press.store.today,
      kept.replaceAll('"day":"2026-02-01","requests":1', '"day":"2026-02-01","requests":0'),
    );
    expect((await needs("2026-03-01", true)).isUnfinished).toBe(true);
    writeFileSync(press.store.today, kept);
    expect((await needs("2026-03-01", true)).isUnfinished).toBe(false);
    rmSync(press.store.today);
    expect(about((await needs()).tasks)).toEqual(["ready 2026-02"]);
  });
});

longTest("figures that are not what was published are told, and what a published month lacks is not", async () => {
  await read("a.log", linesOfDays("Feb/2026", 1, 27));
  expect((await press.run("publish", "2026-02", "--no-ranges", "--accept", "a test", "--quiet")).status).toBe(0);
  expect((await needs()).tasks).toEqual([]);
  await read("b.log", lineOf(500, {day: "27/Feb/2026"}));
  const {tasks} = await needs();
  expect(about(tasks)).toEqual(["moved 2026-02"]);
  expect(tasks[0]).toMatchObject({publishedOn: expect.stringMatching(/^2026-/)});
});

test("a fault that a person can mend is told once, and does not hide the rest", async () => {
  await read("a.log", linesOfDays("Feb/2026", 1, 27) + linesOfDays("Mar/2026", 1, 1));
  writeFileSync(join(press.folder, "broadsheet.yaml"), "publication: A\nmethodology: {blacklist: none.csv}\n");
  const {tasks} = await needs();
  expect(about(tasks)).toEqual(["fault", "gaps 2026-02"]);
});

test("what could not be found out is told to whoever does not wait, too, and tried again by whoever does", async () => {
  await read("a.log", linesOfDays("Feb/2026", 1, 28));
  const [part] = press.parts();
  const path = join(press.store.facts, part!.file);
  const facts = readFileSync(path);
  writeFileSync(path, facts.subarray(0, 100));
  expect(about((await needs()).tasks)).toEqual(["fault"]);
  const quick = await needs("2026-03-01", true);
  expect([about(quick.tasks), quick.isUnfinished]).toEqual([["fault"], false]);
  writeFileSync(path, facts);
  expect(about((await needs()).tasks)).toEqual(["ready 2026-02"]);
});
