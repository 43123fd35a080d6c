import {readFileSync} from "node:fs";
import {join} from "node:path";
import {afterEach, beforeEach, expect, test} from "vitest";
import {decideAbout} from "../../../src/operations/review/decide.ts";
import {questionsOf} from "../../../src/operations/review/questions.ts";
import {decisionPen} from "../../../src/operations/review/record.ts";
import {surveyClients} from "../../../src/operations/review/survey.ts";
import {planUndo} from "../../../src/operations/review/undo.ts";
import {openStore} from "../../../src/operations/store/store.ts";
import {wavesIn} from "../../../src/report/review.ts";
import {type JsonReport, Workshop} from "../../intake/workshop.ts";
import {lineOf, logOf} from "../../press.ts";

const chrome = (version: number): string =>
  `Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${version}.0.0.0 Safari/537.36`;
// As Edge writes it: the wave's agent is the beginning of it.
const edge = `${chrome(103)} Edg/103.0.0.0`;
const months = ["2026-01"];
const period = {name: "2026-01", months};

let workshop: Workshop;
beforeEach(async () => {
  workshop = new Workshop("publication: P\nplaces: false\nmethodology: {blacklist: blacklist.csv}\n");
  workshop.write("press/blacklist.csv", "entry,from,until,decision,reason,decided_by,decided_on\n");
});
afterEach(() => workshop.remove());

/** Twenty readers with the style sheet, thirty clients of one old browser without, and more. */
async function ingest(more: readonly string[] = []): Promise<void> {
  const visit = (client: string, day: number, agent: string, isFurnished: boolean): string[] => {
    const at = `${String(day).padStart(2, "0")}/Jan/2026:10:00:00 +0000`;
    const page = lineOf({client, at, path: "/essay.html", agent});
    return isFurnished ? [page, lineOf({client, at, path: "/style.css", agent})] : [page];
  };
  const readers = Array.from({length: 20}, (_, number) =>
    visit(`192.0.2.${number + 1}`, number + 1, number === 0 ? edge : chrome(145), true),
  );
  const wave = Array.from({length: 30}, (_, number) =>
    visit(`198.51.100.${number + 1}`, 9 + (number % 3), chrome(103), false),
  );
  workshop.write("a.log", logOf([...readers.flat(), ...wave.flat(), ...more]));
  await workshop.ingest(["a.log"]);
}

const blacklist = (): string[] =>
  readFileSync(join(workshop.folder, "blacklist.csv"), "utf8").trim().split("\n").slice(1);

async function readers(): Promise<number | null | undefined> {
  const {stdout} = await workshop.run("report", "2026-01", "-f", "json", "--no-ranges", "--tables", "none");
  return (JSON.parse(stdout) as JsonReport).measures.find(({id}) => id === "readers")!.values[0];
}

async function decide(decision: "robot" | "reader"): Promise<void> {
  const store = openStore(workshop.folder);
  const surveyed = await surveyClients(store, {period});
  const [question] = questionsOf(surveyed.review.clients, surveyed.review);
  await decideAbout(surveyed, {...question!, decision, reason: "the wave"}, decisionPen(store, {by: "A", months}));
}

test("a wave that an entry says is one row, which is listed, holds, and is taken back", async () => {
  await ingest();
  const {review} = await surveyClients(openStore(workshop.folder), {period});
  expect(wavesIn(review).map(({entry, reach, clients}) => ({entry, reach, clients}))).toEqual([
    {entry: `agent=${chrome(103)}`, reach: 30, clients: 30},
  ]);
  expect(await readers()).toBe(50);
  await decide("robot");
  expect(blacklist()).toEqual([
    expect.stringMatching(
      /^"?agent=Mozilla\/5\.0 .*Safari\/537\.36"?,2026-01-09,2026-01-31,robot,the wave,A,\d{4}-\d\d-\d\d$/,
    ),
  ]);
  // Edge, whose agent begins as the wave's, is still a reader.
  expect(await readers()).toBe(20);
  const after = (await surveyClients(openStore(workshop.folder), {period})).review;
  expect(after.clients).toEqual([]);
  expect(after.groups).toMatchObject([{entry: `agent=${chrome(103)}`, decision: {decision: "robot", by: "A"}}]);
  const store = openStore(workshop.folder);
  const request = {entry: `agent=${chrome(103)}`, months, closed: [], reason: "no"};
  await decisionPen(store, {by: "B", months}).writePlanned(() => planUndo(store.workspace, request));
  expect(await readers()).toBe(50);
  const back = (await surveyClients(openStore(workshop.folder), {period})).review;
  expect([back.clients.length, back.groups]).toEqual([30, []]);
  expect(() => planUndo(store.workspace, {...request, entry: "agent=Mole & country:FR"})).toThrow("nobody has decided");
});

test("clients of a wave that are readers are so one by one", async () => {
  await ingest();
  await decide("reader");
  expect(blacklist()).toHaveLength(30);
  expect(await readers()).toBe(50);
});

test("an entry that would leave out many others is none: they are decided about one by one", async () => {
  const at = "20/Jan/2026:10:00:00 +0000";
  const engaged = ["203.0.113.1", "203.0.113.2"].flatMap((client) =>
    ["/essay.html", "/b.html", "/c.html", "/d.html", "/style.css"].map((path) =>
      lineOf({client, at, path, agent: chrome(103)}),
    ),
  );
  await ingest(engaged);
  const {review} = await surveyClients(openStore(workshop.folder), {period});
  expect(wavesIn(review)).toMatchObject([{entry: null, reach: null, clients: 30}]);
  await decide("robot");
  expect(blacklist()).toHaveLength(30);
  expect(await readers()).toBe(22);
});

test("a reader of the wave's agent may be let in by address afterwards", async () => {
  await ingest();
  await decide("robot");
  const path = join(workshop.folder, "blacklist.csv");
  workshop.write(
    "press/blacklist.csv",
    `${readFileSync(path, "utf8")}198.51.100.7,,,reader,is the editor,A,2026-02-01\n`,
  );
  expect(await readers()).toBe(21);
});
