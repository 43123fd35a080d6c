import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {UserError} from "../../src/base/error.ts";
import {outputs} from "../../src/render/outputs.ts";
import {readReport} from "../../src/report/json/read.ts";
import {renderJson} from "../../src/report/json/report.ts";
import type {Report} from "../../src/report/report.ts";
import {report} from "../render/fixture.ts";
import {rangedReport} from "../render/ranged-fixture.ts";
import {ledgerReport, reportedReport, richReport} from "../render/rich-fixture.ts";
import {amount} from "../run/amounts.ts";

const block = (text: string) => ({kind: "paragraph", content: [{kind: "code", text}]}) as const;
const told: Report = {
  ...ledgerReport,
  labels: {"measure.readers": "People"},
  language: "ar",
  ranges: rangedReport.ranges,
  commentary: {
    title: "Ours",
    by: "Mole",
    date: "2006-01-15",
    blocks: [
      {kind: "heading", content: [{kind: "strong", content: [{kind: "text", text: "A *b* `c`"}]}]},
      {kind: "quote", blocks: [{kind: "list", start: 3, items: [[block("x")], [block("y"), block("z")]]}]},
      {kind: "paragraph", content: [{kind: "link", url: "#notes", content: [{kind: "break"}]}]},
    ],
  },
};

const rows: readonly (readonly [string, Report])[] = [
  ["a plain report", report],
  ["one with a comparison, an index and tables", richReport],
  ["one with ranges", rangedReport],
  ["one with books", ledgerReport],
  ["one with older figures", reportedReport],
  ["one with labels and a commentary", told],
  ["one that is published", {...report, signedWith: "RWSVF7Hb9S+KUXbknKzK2n+Pvepzp8RbEnf8j13Idifu5wRty9Hj1C57"}],
];

describe("a report that is printed as JSON is read again whole, so that every output can be made from it:", () => {
  for (const [what, own] of rows) {
    test(what, async () => {
      const read = readReport(renderJson(own), "report.json");
      expect(read).toEqual(structuredClone(own));
      for (const {name, load} of outputs.filter((one) => one.extension !== ".pdf")) {
        const render = await load();
        const options = {width: 80, color: false};
        expect(await render(read, options), name).toEqual(await render(own, options));
      }
    });
  }
});

describe("refused, with what is wrong:", () => {
  const json = JSON.parse(renderJson(richReport));
  const [first, ...others] = json.measures;
  for (const [what, text, fault] of [
    ["what is no JSON", "{", "it is not JSON"],
    ["what is no report", "[]", "expected object"],
    ["brackets in brackets", `${"[".repeat(100_000)}${"]".repeat(100_000)}`, "too deeply nested"],
    ["a report without a title", JSON.stringify({...json, title: undefined}), "title"],
    [
      "a measure that has no total",
      JSON.stringify({...json, totals: {}}),
      "something of the measure readers is missing",
    ],
    [
      "a measure with a month more",
      JSON.stringify({...json, measures: [{...first, values: [...first.values, 1]}, ...others]}),
      "readers has not one value a month",
    ],
    [
      "a unit that nobody knows",
      JSON.stringify({...json, measures: [{...first, unitId: "constructor"}, ...others]}),
      "a unit is constructor",
    ],
    ["a language that nobody knows", JSON.stringify({...json, language: "xx"}), "language"],
    [
      "a link that would run",
      JSON.stringify({
        ...json,
        commentary: {
          ...{title: null, by: "a", date: "2006-01-01"},
          blocks: [{kind: "paragraph", content: [{kind: "link", url: "javascript:alert(1)", content: []}]}],
        },
      }),
      "commentary.blocks",
    ],
  ] as const) {
    test(what, () => {
      const refused = expect.objectContaining({code: "REPORT_REFUSED", where: "r.json"});
      expect(() => readReport(text, "r.json")).toThrow(refused);
      expect(() => readReport(text, "r.json")).toThrow(fault);
    });
  }
});

test("whatever is changed in it, it is a report that every output can print, or a fault that a person can mend", async () => {
  const text = renderJson(told);
  const renders = await Promise.all(outputs.filter(({extension}) => extension !== ".pdf").map(({load}) => load()));
  const values = ["null", "-1e308", '"x"', "[]", "{}", "true", "99999999"];
  fc.assert(
    fc.property(fc.nat(), fc.constantFrom(...values), (drawn, value) => {
      const places = [...text.matchAll(/(?<=[:[,]\s*)(?:"[^"\n]*"|-?\d[\d.e+-]*|null|true|false)(?=\s*[,\]}])/g)];
      const place = places[drawn % places.length]!;
      const changed = text.slice(0, place.index) + value + text.slice(place.index + place[0].length);
      let read: Report;
      try {
        read = readReport(changed, "x");
      } catch (fault) {
        expect(fault).toBeInstanceOf(UserError);
        return;
      }
      for (const render of renders) expect(() => render(read, {width: 80, color: false}), changed).not.toThrow();
    }),
    {numRuns: amount({few: 40, all: 500}), seed: 2005, examples: [[776207156, "-1e308"]]},
  );
});
