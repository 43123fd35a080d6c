import {expect, test} from "vitest";
import {message} from "../../../src/base/words/message.ts";
import type {EventRow} from "../../../src/ledger/rows.ts";
import {type MovingFigure, movedMost} from "../../../src/measures/ledger/moved-most.ts";
import {exampleLedger, exampleSurvey, measureInEnglish} from "./example-books.ts";

const {months} = exampleSurvey.period;

function figure(id: string, previousTotal: number | null, total: number | null, values: (number | null)[] = []) {
  return {
    id,
    label: id,
    unit: message("unit.readers"),
    decimals: 0,
    values,
    total,
    previousTotal,
  } satisfies MovingFigure;
}

function event(on: string, until: string, measure: string | null, text: string): EventRow {
  return {on, until, measure, text};
}

test("the figures of docs/ledger-measures.md", () => {
  const {measures} = measureInEnglish(exampleLedger, exampleSurvey);
  const ids = ["cities-reached", "net-circulation", "days-to-80-percent"];
  const moved = movedMost(
    measures.filter(({id}) => ids.includes(id)).map((one) => ({...one, unit: message("unit.points")})),
    months,
    [],
  );
  expect(moved.map(({id, changePercent}) => [id, Math.round(changePercent * 10) / 10])).toEqual([
    ["days-to-80-percent", 250],
    ["cities-reached", 100],
    ["net-circulation", 50.9],
  ]);
});

test("five at most, falls too, the largest first; equal ones by their ids", () => {
  const figures = [
    figure("f", 100, 101),
    figure("e", 100, 110),
    figure("d", 100, 130),
    figure("b", 100, 50),
    figure("c", 100, 150),
    figure("a", 100, 20),
    figure("still", 100, 100),
    figure("from-nothing", 0, 100),
  ];
  expect(movedMost(figures, months, []).map(({id}) => id)).toEqual(["a", "b", "c", "d", "e"]);
});

test("without a period before, the first month is set beside the last, of those that have a value", () => {
  const [moved] = movedMost([figure("a", null, 500, [null, 100, 300, null, 150, null])], months, []);
  expect(moved).toMatchObject({from: 100, to: 150, fromMonth: "2005-08", toMonth: "2005-11", changePercent: 50});
  expect(movedMost([figure("a", null, 500, [null, 100, null, null, null, null])], months, [])).toEqual([]);
});

test("an event of the period that names the measure explains it; else those that name none", () => {
  const events = [
    event("2005-12-31", "2006-01-02", null, "holidays"),
    event("2005-06-30", "2005-07-01", "a", "strike"),
    event("2005-06-01", "2005-06-30", "b", "before"),
    event("2006-01-01", "2006-01-02", "b", "after"),
  ];
  const moved = movedMost([figure("a", 1, 3), figure("b", 1, 2)], months, events);
  expect(moved.map(({explanations}) => explanations.map(({text}) => text))).toEqual([["strike"], ["holidays"]]);
});

test("credits and events of the period are handed on, and no others", () => {
  const credits = ["2005-H2", "2005-07..2005-12", "2005-11", "2005", "2005-H1"].map((period) => {
    return {period, post: "editor", what: "the report", by: "Q."};
  });
  const events = [event("2005-08-01", "2005-08-01", null, "a"), event("2005-01-01", "2005-06-30", null, "b")];
  const figures = measureInEnglish({...exampleLedger, credits, events}, exampleSurvey);
  expect(figures.credits.map(({period}) => period)).toEqual(["2005-07..2005-12", "2005-11", "2005-H2"]);
  expect(figures.events.map(({text}) => text)).toEqual(["a"]);
});
