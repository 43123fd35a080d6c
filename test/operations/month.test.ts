import {afterAll, beforeAll, expect, test} from "vitest";
import {inputsBehind, inputsOfMonth, quarantineOfMonth} from "../../src/operations/inputs/month.ts";
import {openStore} from "../../src/operations/store/store.ts";
import {lineOf, Workshop} from "../intake/workshop.ts";

let press: Workshop;
beforeAll(async () => {
  press = new Workshop();
  const january = lineOf(1, {day: "30/Jan/2026"}) + lineOf(2, {day: "02/Feb/2026"});
  await press.ingest(["--quiet", press.write("a.log", `${january}no line of <b>192.0.2.77</b>\n\n`)]);
  const late = `${lineOf(3, {day: "20/Feb/2026"})}${"nothing\n".repeat(3)}${lineOf(4, {day: "30/Feb/2026"})}`;
  await press.ingest(["--quiet", "--accept-unreadable", press.write("b.log", late)]);
});
afterAll(() => press.remove());

test("a month has the inputs that reach it, with what of them is no request, by reason", async () => {
  const store = openStore(press.folder);
  const february = await inputsOfMonth(store, "2026-02");
  expect(february.inputs.map(({name}) => name)).toEqual(["a.log", "b.log"]);
  expect(february.refused).toEqual([
    {reason: "no-time", lines: 4},
    {reason: "bad-time", lines: 1},
  ]);
  expect(february.isBeyond).toBe(true);
  const january = await inputsOfMonth(store, "2026-01");
  expect([january.inputs.map(({name}) => name), january.refused]).toEqual([["a.log"], [{reason: "no-time", lines: 1}]]);
  expect(await inputsOfMonth(store, null)).toEqual({inputs: [], refused: [], isBeyond: false});
});

test("a day has the inputs between whose first and last request it lies", async () => {
  const {inputs} = await inputsOfMonth(openStore(press.folder), "2026-02");
  expect(inputsBehind("2026-02-02", inputs).map(({name}) => name)).toEqual(["a.log"]);
  expect(inputsBehind("2026-02-20", inputs).map(({name}) => name)).toEqual(["b.log"]);
  expect(inputsBehind("2026-02-10", inputs)).toEqual([]);
});

test("its lines that are no request are told by their shape, of one reason or all, so many at most", async () => {
  const store = openStore(press.folder);
  const all = await quarantineOfMonth(store, "2026-02", {reason: null, most: 100});
  expect(all.map(({name, line, reason}) => [name, line, reason])).toEqual([
    ["a.log", 3, "no-time"],
    ["b.log", 2, "no-time"],
    ["b.log", 3, "no-time"],
    ["b.log", 4, "no-time"],
    ["b.log", 5, "bad-time"],
  ]);
  expect(JSON.stringify(all)).not.toContain("192.0.2.77");
  expect((await quarantineOfMonth(store, "2026-02", {reason: "bad-time", most: 100})).map(({line}) => line)).toEqual([
    5,
  ]);
  expect(await quarantineOfMonth(store, "2026-02", {reason: null, most: 2})).toHaveLength(2);
});
