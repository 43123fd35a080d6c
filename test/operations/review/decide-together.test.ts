import {appendFileSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, beforeEach, describe, expect, test} from "vitest";
import {seenNow, writeTogether} from "../../../src/operations/review/decide-together.ts";
import {type DecisionPen, decisionPen, type Made} from "../../../src/operations/review/record.ts";
import {openStore, type Store} from "../../../src/operations/store/store.ts";
import {readerId} from "../../../src/workspace/reader-id.ts";
import {Workshop} from "../../intake/workshop.ts";

let workshop: Workshop;
let store: Store;
let pen: DecisionPen;
const head = "entry,from,until,decision,reason,decided_by,decided_on\n";
const first = "192.0.2.9,,,robot,x,B,2026-02-01\n";

beforeAll(() => {
  workshop = new Workshop("publication: P\nmethodology: {blacklist: blacklist.csv}\n");
  store = openStore(workshop.folder, {now: () => Date.UTC(2026, 2, 1, 12)});
  pen = decisionPen(store, {by: "A", months: ["2026-01"]});
});
afterAll(() => workshop.remove());
beforeEach(() => writeFileSync(pen.path, head + first));

function madeOf(entry: string, reason = "why"): Made {
  return {entry, decision: "robot", reason, from: "2026-01-01", until: null};
}

/** Somebody who saw the blacklist as it was decides about these clients. */
function write(entries: readonly string[], seen = seenNow(pen), reason = "why") {
  const {key} = store.workspace;
  const clients = entries.map((entry) => String(readerId(entry, key)));
  return writeTogether(pen, {seen, clients, key, plan: () => entries.map((entry) => madeOf(entry, reason))});
}

const rows = (): string => readFileSync(pen.path, "utf8").slice(head.length + first.length);

describe("of two who decide at once", () => {
  test("nobody loses a row where they decide about different clients, and the second sees what came in between", async () => {
    const seen = seenNow(pen);
    await write(["192.0.2.1", "192.0.2.2"], seen);
    const outcome = await write(["192.0.2.3"], seen);
    expect(outcome).toMatchObject({kind: "written", between: 2});
    expect(rows().split("\n").slice(0, -1)).toEqual(
      ["192.0.2.1", "192.0.2.2", "192.0.2.3"].map((entry) => `${entry},2026-01-01,,robot,why,A,2026-03-01`),
    );
  });

  test("the second writes nothing where the first decided about one of the same clients, and is told what", async () => {
    const seen = seenNow(pen);
    appendFileSync(pen.path, "192.0.2.2,,,reader,a school,B,2026-03-01\n");
    const before = rows();
    const outcome = await write(["192.0.2.1", "192.0.2.2"], seen);
    expect(outcome).toMatchObject({kind: "met", theirs: [{decision: "reader", reason: "a school", by: "B"}]});
    expect(rows()).toBe(before);
    expect((await write(["192.0.2.1", "192.0.2.2"])).kind).toBe("written");
  });

  test.each([
    ["changed a row that was there", () => writeFileSync(pen.path, head + first.replace("robot", "reader"))],
    ["took a row away", () => writeFileSync(pen.path, head)],
  ])("the second writes nothing where the first %s", async (_, change) => {
    const seen = seenNow(pen);
    change();
    const before = readFileSync(pen.path, "utf8");
    expect(await write(["192.0.2.1"], seen)).toEqual({kind: "met", theirs: null});
    expect(readFileSync(pen.path, "utf8")).toBe(before);
  });

  test("what is sent twice is written once", async () => {
    const seen = seenNow(pen);
    await write(["192.0.2.1"], seen, "=why");
    const once = rows();
    expect((await write(["192.0.2.1"], seen, "=why")).kind).toBe("written");
    expect(rows()).toBe(once);
    expect((await write(["192.0.2.1"], seen, "another")).kind).toBe("met");
  });

  test("ten at once each have their row", async () => {
    const seen = seenNow(pen);
    const all = Array.from({length: 10}, (_, place) => `192.0.2.${place + 20}`);
    const outcomes = await Promise.all(all.map((entry) => write([entry], seen)));
    expect(outcomes.map(({kind}) => kind)).toEqual(all.map(() => "written"));
    expect(
      rows()
        .match(/^192\.0\.2\.\d+/gm)!
        .toSorted(),
    ).toEqual(all.toSorted());
  });
});

test("a blacklist that begins meanwhile has been seen by nobody", async () => {
  const path = join(workshop.folder, "none.csv");
  expect(seenNow({path})).toEqual({sha256: null, bytes: 0});
});
